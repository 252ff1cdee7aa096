package io.keyledger.standalone.walk;

import io.keyledger.standalone.journey.Api;

import org.jspecify.annotations.Nullable;

import tools.jackson.core.json.JsonWriteFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A request to an operation that can still be changed. */
final class Draft {

    /** Writes half of a surrogate pair as an escape, which is all that JSON can say of it. */
    private static final JsonMapper ASCII =
            JsonMapper.builder().enable(JsonWriteFeature.ESCAPE_NON_ASCII).build();

    final Operation operation;
    final Map<String, String> variables = new LinkedHashMap<>();
    final List<String> query = new ArrayList<>();
    final Map<String, String> headers = new LinkedHashMap<>();
    @Nullable JsonNode body;
    byte @Nullable [] raw;

    private Draft(Operation operation) {
        this.operation = operation;
    }

    /** The operation's example, in a company. */
    static Draft of(Operation operation, Company company) {
        Draft draft = new Draft(operation);
        for (String variable : operation.variables()) {
            draft.variables.put(variable, example(operation, variable, company));
        }
        JsonNode example = operation.example();
        if (example != null) {
            draft.body = Bodies.of(operation, example, company);
            draft.headers.put("Content-Type", "application/json");
        }
        return draft;
    }

    private static String example(Operation operation, String variable, Company company) {
        if (operation.isInWorkspace()) {
            return company.value(operation, variable);
        }
        return operation.parameters("path").stream()
                .filter(each -> each.get("name").asString().equals(variable))
                .findFirst()
                .orElseThrow()
                .at("/schema/example")
                .asString();
    }

    byte[] content() {
        if (raw != null) {
            return raw;
        }
        return body == null ? new byte[0] : ASCII.writeValueAsBytes(body);
    }

    String path() {
        String path = operation.at(name -> encoded(variables.getOrDefault(name, "")));
        return query.isEmpty() ? path : path + "?" + String.join("&", query);
    }

    HttpRequest.Builder request(Api api) {
        HttpRequest.Builder request = api.request(path());
        headers.forEach(request::header);
        byte[] content = content();
        return request.method(
                operation.method(),
                content.length == 0
                        ? BodyPublishers.noBody()
                        : BodyPublishers.ofByteArray(content));
    }

    static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    @Override
    public String toString() {
        String content = new String(content(), StandardCharsets.UTF_8);
        return operation.method()
                + " "
                + path()
                + " "
                + headers
                + " "
                + content.substring(0, Math.min(content.length(), 500));
    }
}
