package io.keyledger.command.testing;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.net.http.HttpHeaders;

/** What a node answered. */
public record Answer(int status, HttpHeaders headers, String body) {

    private static final JsonMapper JSON = new JsonMapper();

    public Answer expect(int expected) {
        assertThat(status).as("answer %s", body).isEqualTo(expected);
        return this;
    }

    /** A problem by its status and its code. */
    public Answer expectProblem(int expected, String code) {
        expect(expected);
        assertThat(header("Content-Type")).startsWith("application/problem+json");
        assertThat(text("code")).isEqualTo(code);
        return this;
    }

    public JsonNode json() {
        return JSON.readTree(body);
    }

    /** A field of the body as text, or null if it is not there or null. */
    public @Nullable String text(String field) {
        JsonNode value = json().get(field);
        return value == null || value.isNull() ? null : value.asString();
    }

    public String id() {
        return json().get("id").asString();
    }

    public @Nullable String header(String name) {
        return headers.firstValue(name).orElse(null);
    }

    public String etag() {
        return headers.firstValue("ETag").orElseThrow();
    }

    public boolean accepted() {
        return status < 300;
    }
}
