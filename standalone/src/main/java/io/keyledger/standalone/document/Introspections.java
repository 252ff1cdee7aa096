package io.keyledger.standalone.document;

import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.PathItem;
import io.swagger.v3.oas.models.media.BooleanSchema;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.IntegerSchema;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.ObjectSchema;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.parameters.RequestBody;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.responses.ApiResponses;

import java.util.List;
import java.util.Map;

/** Token introspection, whose form is that of RFC 7662 and not of the API's other operations. */
final class Introspections {

    static final String PATH = "/oauth2/introspect";

    private static final String SCHEMA = "Introspection";
    private static final List<Refusals> REFUSALS =
            List.of(
                    Refusals.BAD_REQUEST,
                    Refusals.UNAUTHENTICATED,
                    Refusals.FORBIDDEN,
                    Refusals.TOO_LARGE,
                    Refusals.MEDIA_TYPE,
                    Refusals.RATE_LIMITED,
                    Refusals.NOT_RECORDED);

    private Introspections() {}

    static void describeIn(OpenAPI document) {
        document.getComponents().addSchemas(SCHEMA, answered());
        document.getPaths().addPathItem(PATH, new PathItem().post(operation()));
    }

    private static Operation operation() {
        Operation operation =
                new Operation()
                        .operationId("introspect")
                        .addTagsItem("Checks")
                        .summary("What a key that was shown as an opaque token stands for")
                        .description(
                                "Token introspection (RFC 7662). Nothing is sent in the address."
                                        + "\n\nNeeds `checks:perform` in the workspace of the key"
                                        + " that is asked about, or in system.")
                        .requestBody(
                                new RequestBody()
                                        .required(true)
                                        .content(
                                                of(
                                                        "application/x-www-form-urlencoded",
                                                        asked(),
                                                        Map.of(
                                                                "token",
                                                                "kl_…",
                                                                "address",
                                                                "192.0.2.7"))))
                        .responses(answers());
        operation.addExtension("x-keyledger-permission", "checks:perform");
        operation.addExtension(Handlers.SCOPE, "key");
        return operation;
    }

    private static ApiResponses answers() {
        ApiResponses answers =
                new ApiResponses()
                        .addApiResponse(
                                "200",
                                new ApiResponse()
                                        .description(
                                                "What it stands for; of a key that is not good,"
                                                        + " active alone, which is false")
                                        .content(
                                                of(
                                                        "application/json",
                                                        new Schema<>()
                                                                .$ref(
                                                                        "#/components/schemas/"
                                                                                + SCHEMA),
                                                        Map.of(
                                                                "active",
                                                                true,
                                                                "token_type",
                                                                "Bearer",
                                                                "username",
                                                                "importer",
                                                                "scope",
                                                                "catalog.assets:view"))));
        REFUSALS.forEach(each -> answers.addApiResponse(each.status(), each.reference()));
        return answers;
    }

    private static Schema<?> asked() {
        ObjectSchema asked = new ObjectSchema();
        asked.addProperty("token", text("The key").maxLength(1_000));
        asked.addProperty("token_type_hint", text("Not looked at").maxLength(100));
        asked.addProperty("address", text("Where it was shown").maxLength(100));
        asked.addProperty("user_agent", text("What showed it").maxLength(8_192));
        asked.addProperty("request_id", text("The caller's id of its request").maxLength(8_192));
        asked.setRequired(List.of("token"));
        return asked;
    }

    private static Schema<?> answered() {
        ObjectSchema answered = new ObjectSchema();
        answered.addProperty(
                "active", new BooleanSchema().description("Whether the key is good just now"));
        answered.addProperty(
                "scope", text("What it may do, as roles hold it, with spaces between"));
        answered.addProperty("client_id", text("The key's ID"));
        answered.addProperty("username", text("The service user's"));
        answered.addProperty("token_type", text("Bearer"));
        answered.addProperty(
                "exp",
                new IntegerSchema()
                        .format("int64")
                        .description("When key or service user expires, in seconds since 1970"));
        answered.addProperty("sub", text("The service user's id"));
        answered.addProperty("workspace", text("The service user's"));
        answered.addProperty("record_id", text("Of the recorded use"));
        answered.setRequired(List.of("active"));
        answered.setDescription("What a key stands for (RFC 7662, section 2.2)");
        return answered;
    }

    private static Schema<?> text(String description) {
        return new StringSchema().description(description);
    }

    private static Content of(String type, Schema<?> schema, Map<String, Object> example) {
        return new Content().addMediaType(type, new MediaType().schema(schema).example(example));
    }
}
