package io.keyledger.standalone.document;

import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.headers.Header;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.IntegerSchema;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.ObjectSchema;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.responses.ApiResponse;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The statuses of refusals, each a problem (RFC 9457), each with an example of its code. */
enum Refusals {
    BAD_REQUEST(400, "Something in it is not as it must be", "invalid-value", "name"),
    UNAUTHENTICATED(401, "No API key, or one that is refused", "unauthenticated", ""),
    FORBIDDEN(403, "The key's service user may not do this", "permission-denied", ""),
    NOT_FOUND(404, "There is no such thing in this workspace", "unknown-role", ""),
    CONFLICT(409, "It does not go together with what there is", "role-name-taken", "name"),
    GONE(410, "The token is of another incarnation of the store", "other-incarnation", ""),
    STALE(412, "It has another version by now", "stale-version", ""),
    TOO_LARGE(413, "The body has more than 1 MiB", "body-too-large", ""),
    MEDIA_TYPE(415, "The body's media type is not taken here", "unsupported-media-type", ""),
    REUSED(422, "The Idempotency-Key was used with another request", "idempotency-key-reused", ""),
    RATE_LIMITED(429, "The key was used as often as a policy allows", "rate-limited", ""),
    NOT_RECORDED(503, "Nothing was done; try again", "not-recorded", "");

    private static final String SCHEMA = "Problem";
    private static final String RETRY_AFTER = "Retry-After";

    private final int status;
    private final String description;
    private final String code;
    private final String field;

    Refusals(int status, String description, String code, String field) {
        this.status = status;
        this.description = description;
        this.code = code;
        this.field = field;
    }

    String status() {
        return Integer.toString(status);
    }

    ApiResponse reference() {
        return new ApiResponse().$ref("#/components/responses/" + status);
    }

    static void describeIn(Components components) {
        components.addSchemas(SCHEMA, schema());
        for (Refusals each : values()) {
            components.addResponses(each.status(), each.response());
        }
    }

    private ApiResponse response() {
        ApiResponse response =
                new ApiResponse()
                        .description(description)
                        .content(
                                new Content()
                                        .addMediaType(
                                                "application/problem+json",
                                                new MediaType()
                                                        .schema(
                                                                new Schema<>()
                                                                        .$ref(
                                                                                "#/components/schemas/"
                                                                                        + SCHEMA))
                                                        .example(example())));
        if (this == RATE_LIMITED || this == NOT_RECORDED) {
            response.addHeaderObject(
                    RETRY_AFTER,
                    new Header().description("Seconds").schema(new IntegerSchema().example(1)));
        }
        return response;
    }

    private Map<String, Object> example() {
        Map<String, Object> example = new LinkedHashMap<>();
        example.put("type", "urn:keyledger:problem:" + code);
        example.put("title", description);
        example.put("status", status);
        example.put("detail", description + ".");
        example.put("code", code);
        if (!field.isEmpty()) {
            example.put("field", field);
        }
        return example;
    }

    private static Schema<?> schema() {
        Schema<?> schema = new ObjectSchema().description("Why a request was refused (RFC 9457)");
        for (String text : List.of("type", "title", "detail", "code", "field", "correlationId")) {
            schema.addProperty(text, new StringSchema());
        }
        schema.addProperty("status", new IntegerSchema());
        schema.setRequired(List.of("type", "title", "status", "detail", "code"));
        return schema;
    }
}
