package io.keyledger.console.edit;

import io.keyledger.console.page.Typed;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** One value, of one property or of several. */
record Single(
        String name, String label, List<String> properties, Function<List<String>, String> words)
        implements Field {

    @Override
    public Map<String, JsonNode> read(ObjectNode form) {
        ObjectNode value = JsonNodeFactory.instance.objectNode();
        properties.forEach(each -> value.put(each, Typed.text(form.path(each).asString(""))));
        return Map.of("", value);
    }

    @Override
    public void write(ObjectNode form, Map<String, JsonNode> held) {
        held.values().forEach(value -> form.setAll((ObjectNode) value));
    }

    @Override
    public String told(String key, JsonNode value, Map<String, String> names) {
        return words.apply(properties.stream().map(each -> value.path(each).asString("")).toList());
    }
}
