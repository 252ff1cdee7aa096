package io.keyledger.standalone.journey;

import static org.assertj.core.api.Assertions.assertThat;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.net.http.HttpHeaders;

/** What the API answered. */
public record Answer(int status, HttpHeaders headers, String body) {

    private static final JsonMapper JSON = new JsonMapper();

    public JsonNode json() {
        return JSON.readTree(body);
    }

    /** The text of a field of the answer, by JSON pointer (RFC 6901) without the first slash. */
    public String text(String pointer) {
        JsonNode node = json().at("/" + pointer);
        return node.isMissingNode() || node.isNull() ? "" : node.asString();
    }

    public Answer mustBe(int expected) {
        assertThat(status).as(body).isEqualTo(expected);
        return this;
    }

    boolean isNotRecorded() {
        return status == 503 && text("code").equals("not-recorded");
    }

    public String header(String name) {
        return headers.firstValue(name).orElse("");
    }
}
