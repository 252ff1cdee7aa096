package io.keyledger.console.edit;

import io.keyledger.console.page.Typed;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.node.StringNode;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Values by keys, a line of a text for each.
 *
 * @param one what each is called
 * @param fault what is said of a line that is none
 */
record Keyed(String name, String label, String one, String fault) implements Field {

    @Override
    public Map<String, JsonNode> read(ObjectNode form) {
        Map<String, JsonNode> held = new LinkedHashMap<>();
        Typed.pairs(fault, form.path(name).asString(""))
                .forEach((key, value) -> held.put(key, StringNode.valueOf(value)));
        return held;
    }

    @Override
    public void write(ObjectNode form, Map<String, JsonNode> held) {
        form.put(
                name,
                held.entrySet().stream()
                        .map(each -> listed(each.getKey(), each.getValue(), Map.of()))
                        .collect(Collectors.joining("\n")));
    }

    @Override
    public String told(String key, JsonNode value, Map<String, String> names) {
        return value.asString();
    }

    @Override
    public String listed(String key, JsonNode value, Map<String, String> names) {
        return key + ": " + value.asString();
    }

    @Override
    public String name(String key) {
        return name + "." + key;
    }

    @Override
    public String label(String key) {
        return one + " " + key;
    }
}
