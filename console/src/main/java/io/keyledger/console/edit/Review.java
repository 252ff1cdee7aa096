package io.keyledger.console.edit;

import tools.jackson.databind.JsonNode;

import java.util.List;
import java.util.Map;

/** What saving a draft would change, compared with what it was opened on. */
record Review(List<Line> lines) {

    /** What a field does not hold any more, and what it holds instead or besides. */
    record Line(String name, String field, List<String> before, List<String> after) {}

    static Review of(List<Field> fields, Draft draft, Map<String, String> names) {
        return new Review(
                fields.stream()
                        .map(field -> line(field, draft, names))
                        .filter(line -> !line.before().isEmpty() || !line.after().isEmpty())
                        .toList());
    }

    public boolean isEmpty() {
        return lines.isEmpty();
    }

    private static Line line(Field field, Draft draft, Map<String, String> names) {
        Map<String, JsonNode> before = field.read(draft.opened().fields());
        Map<String, JsonNode> after = field.read(draft.typed());
        return new Line(
                field.name(),
                field.label(),
                less(field, before, after, names),
                less(field, after, before, names));
    }

    private static List<String> less(
            Field field,
            Map<String, JsonNode> some,
            Map<String, JsonNode> others,
            Map<String, String> names) {
        return some.entrySet().stream()
                .filter(each -> !each.getValue().equals(others.get(each.getKey())))
                .map(each -> field.listed(each.getKey(), each.getValue(), names))
                .filter(text -> !text.isEmpty())
                .sorted()
                .toList();
    }
}
