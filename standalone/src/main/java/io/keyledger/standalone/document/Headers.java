package io.keyledger.standalone.document;

import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.headers.Header;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.parameters.Parameter;

/** The headers that many operations take or answer, each described once. */
enum Headers {
    IF_MATCH(
            "If-Match",
            "The versions that the change may be based on, as ETag answers them; 412 if it is another",
            text("\"3\"", 1000)),
    IDEMPOTENCY_KEY(
            "Idempotency-Key",
            "Chosen by the caller; the same request with the same key is carried out once within 24"
                    + " hours, and answered again as it was, without secrets",
            text("5f0c1c1e-3f0a-4c1b", 255).pattern("^[!-~]{1,255}$")),
    REASON(
            "Reason",
            "Why, for the audit trail: percent-encoded UTF-8 of at most 500 characters",
            text("Quarterly%20review", 6000)),
    CONSISTENCY_TOKEN(
            "Consistency-Token",
            "Of a command's answer; the read waits, up to 5 s, until it has seen that command",
            text("01939f2e-7c1a-7b55-8e0a-5d1f3c2b4a60.1.3.workspace:acme", 200)),
    ETAG("ETag", "The version, in quotes", text("\"3\"", 40)),
    LOCATION("Location", "Where it is", text("/api/v1/workspaces/acme", 1000)),
    REPLAYED("Idempotency-Replayed", "true on an answer given again", text("true", 4));

    private final String header;
    private final String description;
    private final Schema<?> schema;

    Headers(String header, String description, Schema<?> schema) {
        this.header = header;
        this.description = description;
        this.schema = schema;
    }

    String header() {
        return header;
    }

    /** Of a request. */
    Parameter parameter() {
        return new Parameter().$ref("#/components/parameters/" + header);
    }

    /** Of an answer. */
    Header answered() {
        return new Header().$ref("#/components/headers/" + header);
    }

    static void describeIn(Components components) {
        for (Headers each : values()) {
            components.addParameters(
                    each.header,
                    new Parameter()
                            .in("header")
                            .name(each.header)
                            .required(false)
                            .description(each.description)
                            .schema(each.schema));
            components.addHeaders(
                    each.header, new Header().description(each.description).schema(each.schema));
        }
    }

    private static Schema<?> text(String example, int longest) {
        Schema<?> schema = new StringSchema().maxLength(longest);
        schema.setExample(example);
        return schema;
    }
}
