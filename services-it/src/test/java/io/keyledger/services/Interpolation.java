package io.keyledger.services;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What Docker Compose puts in the place of variables in the values of its file (Compose
 * Specification, Interpolation): {@code $NAME}, {@code ${NAME}}, and with what to do if it is not
 * there or, after a colon, empty: {@code -} takes another value, {@code +} takes one if it is
 * there, {@code ?} refuses. Two dollars are one.
 */
record Interpolation(Map<String, String> variables) {

    private static final Pattern VARIABLE =
            Pattern.compile(
                    "\\$(?:(?<escaped>\\$)|(?<plain>[A-Za-z_]\\w*)|\\{(?<name>[A-Za-z_]\\w*)"
                            + "(?:(?<how>:?[-+?])(?<other>(?:[^{}]|\\$\\{[^{}]*})*))?}|(?<bad>))");

    Interpolation {
        variables = Map.copyOf(variables);
    }

    /** A value of the file: a text, or a list or map of values. Keys stay as they are. */
    Object in(Object value) {
        return switch (value) {
            case String text -> text(text);
            case List<?> list -> list.stream().map(this::in).toList();
            case Map<?, ?> map -> {
                Map<Object, Object> all = new LinkedHashMap<>();
                map.forEach((name, inner) -> all.put(name, inner == null ? null : in(inner)));
                yield all;
            }
            default -> value;
        };
    }

    /**
     * A text with values in the place of variables.
     *
     * @throws IllegalArgumentException for a dollar that begins no variable, and for one that is
     *     required and not there
     */
    String text(String text) {
        return VARIABLE.matcher(text)
                .replaceAll(found -> Matcher.quoteReplacement(value(found, text)));
    }

    private String value(MatchResult found, String text) {
        if (found.group("bad") != null) {
            throw new IllegalArgumentException("no variable: " + text);
        }
        if (found.group("escaped") != null) {
            return "$";
        }
        if (found.group("plain") != null) {
            return variables.getOrDefault(found.group("plain"), "");
        }
        return value(found.group("name"), found.group("how"), found.group("other"));
    }

    private String value(String name, String how, String other) {
        String set = variables.get(name);
        if (how == null) {
            return set == null ? "" : set;
        }
        boolean there = set != null && !(how.startsWith(":") && set.isEmpty());
        return switch (how.charAt(how.length() - 1)) {
            case '-' -> there ? set : text(other);
            case '+' -> there ? text(other) : "";
            default -> {
                if (!there) {
                    throw new IllegalArgumentException(name + ": " + text(other));
                }
                yield set;
            }
        };
    }
}
