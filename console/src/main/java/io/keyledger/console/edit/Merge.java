package io.keyledger.console.edit;

import org.jspecify.annotations.Nullable;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Two edits of one thing, put together field by field. What only one of both touched is his; of
 * what a field has many of, whatever either added or took away; what both made different is for
 * choosing.
 *
 * @param base what both began with
 * @param theirs what is saved by now
 * @param mine what was typed
 * @param choices {@value #MINE} or {@value #THEIRS}, by the names of lines
 */
record Merge(
        List<Field> fields,
        ObjectNode base,
        ObjectNode theirs,
        ObjectNode mine,
        Map<String, String> choices) {

    static final String MINE = "mine";
    static final String THEIRS = "theirs";

    /**
     * Something that somebody touched.
     *
     * @param choice that was made of a contested one, or null
     */
    record Line(
            String name,
            String field,
            String base,
            String theirs,
            String mine,
            Whose whose,
            @Nullable String choice) {

        public boolean isContested() {
            return whose == Whose.CONTESTED;
        }

        public String said() {
            return switch (whose) {
                case THEIRS -> "theirs is kept";
                case MINE -> "yours is kept";
                case TOGETHER -> "both are kept";
                case CONTESTED -> "choose";
            };
        }
    }

    /** What was touched by either and is not the same with both. */
    List<Line> lines(Map<String, String> names) {
        return fields.stream().flatMap(field -> lines(field, names)).toList();
    }

    /** Whether everything contested has been chosen. */
    boolean isSettled() {
        return lines(Map.of()).stream()
                .filter(Line::isContested)
                .allMatch(line -> THEIRS.equals(line.choice()) || MINE.equals(line.choice()));
    }

    /**
     * Whether what is saved by now is in these fields what it was: somebody has changed something
     * else of the same version, such as another route of the API.
     */
    boolean touchesNothingOfTheirs() {
        return fields.stream().allMatch(field -> field.read(theirs).equals(field.read(base)));
    }

    /** The form that has all of it, to be saved on top of theirs. */
    ObjectNode result() {
        ObjectNode result = mine.deepCopy();
        for (Field field : fields) {
            Versions all = versions(field);
            Map<String, JsonNode> held = new LinkedHashMap<>();
            for (String key : all.keys()) {
                JsonNode value = all.merged(key, choices.get(field.name(key)));
                if (value != null) {
                    held.put(key, value);
                }
            }
            field.write(result, held);
        }
        return result;
    }

    private Stream<Line> lines(Field field, Map<String, String> names) {
        Versions all = versions(field);
        if (field instanceof Many) {
            Whose whose = all.whose();
            return whose == null ? Stream.of() : Stream.of(line(field, "", whose, all, names));
        }
        return all.keys().stream()
                .map(
                        key -> {
                            Versions only = all.only(key);
                            Whose whose = only.whose();
                            return whose == null ? null : line(field, key, whose, only, names);
                        })
                .filter(Objects::nonNull);
    }

    private Line line(
            Field field, String key, Whose whose, Versions shown, Map<String, String> names) {
        return new Line(
                field.name(key),
                field.label(key),
                told(field, shown.base(), names),
                told(field, shown.theirs(), names),
                told(field, shown.mine(), names),
                whose,
                choices.get(field.name(key)));
    }

    private static String told(Field field, Map<String, JsonNode> held, Map<String, String> names) {
        return held.entrySet().stream()
                .map(each -> field.told(each.getKey(), each.getValue(), names))
                .sorted()
                .collect(Collectors.joining("\n"));
    }

    private Versions versions(Field field) {
        return new Versions(field.read(base), field.read(theirs), field.read(mine));
    }
}
