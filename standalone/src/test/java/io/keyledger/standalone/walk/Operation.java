package io.keyledger.standalone.walk;

import org.jspecify.annotations.Nullable;

import tools.jackson.databind.JsonNode;

import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * One operation of the document.
 *
 * @param path with variables in braces
 */
record Operation(Document document, String method, String path, JsonNode node) {

    private static final Pattern VARIABLE = Pattern.compile("\\{(\\w+)}");
    private static final String JSON = "application/json";

    static Operation of(Document document, String method, String path, JsonNode node) {
        return new Operation(document, method.toUpperCase(Locale.ROOT), path, node);
    }

    List<String> variables() {
        return VARIABLE.matcher(path).results().map(found -> found.group(1)).toList();
    }

    boolean isInWorkspace() {
        return path.contains("{ws}");
    }

    /** {@code path}, {@code system}, {@code own} or {@code key}. */
    String scope() {
        return node.get("x-keyledger-scope").asString();
    }

    String permission() {
        return node.get("x-keyledger-permission").asString();
    }

    /** Its parameters in the path, the query or the headers. */
    List<JsonNode> parameters(String in) {
        return node.path("parameters")
                .valueStream()
                .map(document::resolved)
                .filter(parameter -> parameter.get("in").asString().equals(in))
                .toList();
    }

    /** The example of the body that it takes; null if it takes none. */
    @Nullable JsonNode example() {
        JsonNode content = node.at("/requestBody/content").path(JSON);
        if (content.isMissingNode()) {
            return null;
        }
        return content.has("example")
                ? content.get("example")
                : content.get("examples").valueStream().findFirst().orElseThrow().get("value");
    }

    JsonNode bodySchema() {
        return document.resolved(node.at("/requestBody/content").path(JSON).path("schema"));
    }

    /** The path with its variables replaced. */
    String at(Function<String, String> values) {
        return VARIABLE.matcher(path)
                .replaceAll((MatchResult found) -> values.apply(found.group(1)));
    }

    /** The path up to a variable: the collection that it is an id in. */
    String collection(String variable) {
        return path.substring(0, path.indexOf("/{" + variable + "}"));
    }

    @Override
    public String toString() {
        return method + " " + path;
    }
}
