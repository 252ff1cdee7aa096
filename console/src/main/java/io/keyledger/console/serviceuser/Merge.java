package io.keyledger.console.serviceuser;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * Two edits of one service user, put together field by field. What only one of both touched is his;
 * of lists, what either added or took away; what both made different is for choosing.
 *
 * @param base what both began with
 * @param theirs what is saved by now
 * @param mine what was sent
 * @param choices {@value #MINE} or {@value #THEIRS}, by the fields' names
 */
record Merge(Form base, Form theirs, Form mine, Map<String, String> choices) {

    static final String MINE = "mine";
    static final String THEIRS = "theirs";

    /** Whose a field is. */
    enum Whose {
        THEIRS,
        MINE,
        /** Both, of a list: what either did to it. */
        TOGETHER,
        /** Both, differently: one must be chosen. */
        CONTESTED
    }

    /**
     * A field that somebody touched.
     *
     * @param choice that was made of a contested one, or null
     */
    record Line(
            String name,
            String field,
            @Nullable String base,
            @Nullable String theirs,
            @Nullable String mine,
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
        List<Line> lines = new ArrayList<>();
        for (Field field : Field.of(base, theirs, mine)) {
            Whose whose = whose(field);
            if (whose != null) {
                lines.add(
                        new Line(
                                field.name(),
                                field.label(),
                                text(field, base, names),
                                text(field, theirs, names),
                                text(field, mine, names),
                                whose,
                                choices.get(field.name())));
            }
        }
        return lines;
    }

    /** Whether every contested field has been chosen. */
    boolean isSettled() {
        return Field.of(base, theirs, mine).stream()
                .filter(field -> whose(field) == Whose.CONTESTED)
                .allMatch(field -> isChosen(field, MINE) || isChosen(field, THEIRS));
    }

    /** The form that has all of it, to be saved on top of theirs. */
    Form result() {
        return new Form(
                single(Field.USERNAME),
                single(Field.DESCRIPTION),
                single(Field.OWNER),
                labels(),
                single(Field.EXPIRES),
                many(Field.GROUPS),
                many(Field.ROLES),
                many(Field.POLICIES),
                theirs.version(),
                theirs.base());
    }

    /** Null of a field that is the same with both. */
    private @Nullable Whose whose(Field field) {
        Object before = value(field, base);
        Object their = value(field, theirs);
        Object my = value(field, mine);
        if (Objects.equals(their, my)) {
            return null;
        }
        if (Objects.equals(my, before)) {
            return Whose.THEIRS;
        }
        if (Objects.equals(their, before)) {
            return Whose.MINE;
        }
        return field instanceof Field.Many ? Whose.TOGETHER : Whose.CONTESTED;
    }

    private @Nullable String single(Field.Single field) {
        Form from =
                switch (whose(field)) {
                    case null -> mine;
                    case THEIRS -> theirs;
                    case MINE, TOGETHER -> mine;
                    case CONTESTED -> isChosen(field, THEIRS) ? theirs : mine;
                };
        return field.value().apply(from);
    }

    /** What both have, and what one of them has that was not there before. */
    private List<UUID> many(Field.Many field) {
        Set<UUID> before = Set.copyOf(field.values().apply(base));
        Set<UUID> their = new LinkedHashSet<>(field.values().apply(theirs));
        Set<UUID> my = new LinkedHashSet<>(field.values().apply(mine));
        Set<UUID> merged = new LinkedHashSet<>(their);
        merged.removeIf(id -> before.contains(id) && !my.contains(id));
        my.stream().filter(id -> !before.contains(id)).forEach(merged::add);
        return List.copyOf(merged);
    }

    private String labels() {
        StringBuilder lines = new StringBuilder();
        for (String key : Field.labels(base, theirs, mine)) {
            String value = single(Field.label(key));
            if (value != null) {
                lines.append(key).append(": ").append(value).append('\n');
            }
        }
        return lines.toString();
    }

    private boolean isChosen(Field field, String choice) {
        return choice.equals(choices.get(field.name()));
    }

    private static @Nullable Object value(Field field, Form form) {
        return switch (field) {
            case Field.Single single -> single.value().apply(form);
            case Field.Many many -> Set.copyOf(many.values().apply(form));
        };
    }

    private static @Nullable String text(Field field, Form form, Map<String, String> names) {
        return switch (field) {
            case Field.Single single -> single.value().apply(form);
            case Field.Many many ->
                    many.values().apply(form).stream()
                            .map(id -> names.getOrDefault(id.toString(), id.toString()))
                            .collect(Collectors.toCollection(TreeSet::new))
                            .stream()
                            .collect(Collectors.joining("\n"));
        };
    }
}
