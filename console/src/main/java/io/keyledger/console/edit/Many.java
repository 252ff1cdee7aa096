package io.keyledger.console.edit;

import io.keyledger.console.page.Typed;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.node.StringNode;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Many values, each of which is there or not.
 *
 * @param lined whether they are the lines of a text
 */
record Many(
        String name,
        String label,
        boolean lined,
        UnaryOperator<JsonNode> tidy,
        BiFunction<JsonNode, Map<String, String>, String> words)
        implements Field {

    @Override
    public Map<String, JsonNode> read(ObjectNode form) {
        Map<String, JsonNode> held = new LinkedHashMap<>();
        values(form).map(tidy).forEach(each -> held.putIfAbsent(told("", each, Map.of()), each));
        held.remove("");
        return held;
    }

    @Override
    public void write(ObjectNode form, Map<String, JsonNode> held) {
        if (lined) {
            form.put(
                    name,
                    held.values().stream()
                            .map(JsonNode::asString)
                            .collect(Collectors.joining("\n")));
        } else {
            form.putArray(name).addAll(held.values());
        }
    }

    @Override
    public String told(String key, JsonNode value, Map<String, String> names) {
        return words.apply(value, names);
    }

    private Stream<JsonNode> values(ObjectNode form) {
        return lined
                ? Typed.lines(form.path(name).asString("")).stream().map(StringNode::valueOf)
                : form.path(name).valueStream();
    }
}
