package io.keyledger.shared.route;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * A path with variables, such as {@code /v1/assets/{id}}. A variable is a whole segment and matches
 * any one that is not empty; a literal matches itself, case included.
 */
public final class PathTemplate {

    /** Longest template, in characters. */
    public static final int MAX_LENGTH = 512;

    private static final Pattern VARIABLE = Pattern.compile("\\{([A-Za-z_][A-Za-z0-9_-]{0,63})}");

    private final String text;
    private final List<Segment> segments;

    /** One part of a template: a literal, or a variable's name. */
    record Segment(String text, boolean variable) {

        boolean matches(String segment) {
            return variable ? !segment.isEmpty() : text.equals(segment);
        }

        boolean meets(Segment other) {
            return variable || other.variable || text.equals(other.text);
        }

        String form() {
            return variable ? "{}" : RequestPath.encoded(text);
        }
    }

    private PathTemplate(String text, List<Segment> segments) {
        this.text = text;
        this.segments = List.copyOf(segments);
    }

    /**
     * Reads a template.
     *
     * @throws IllegalArgumentException if it has another form; the message says what is wrong
     */
    public static PathTemplate parse(String text) {
        require(text.startsWith("/"), "must start with a slash");
        require(text.length() <= MAX_LENGTH, "must have at most " + MAX_LENGTH + " characters");
        List<Segment> segments = new ArrayList<>();
        Set<String> names = new HashSet<>();
        if (text.length() > 1) {
            for (String part : text.substring(1).split("/", -1)) {
                Segment segment = segment(part);
                require(
                        !segment.variable() || names.add(segment.text()),
                        "must not have the variable " + segment.text() + " twice");
                segments.add(segment);
            }
        }
        return new PathTemplate(text, segments);
    }

    private static Segment segment(String part) {
        var variable = VARIABLE.matcher(part);
        if (variable.matches()) {
            return new Segment(variable.group(1), true);
        }
        require(!part.isEmpty(), "must not have empty segments or end in a slash");
        require(
                part.indexOf('{') < 0 && part.indexOf('}') < 0,
                "must have variables as whole segments, such as {id}");
        List<String> plain =
                RequestPath.parse("/" + part)
                        .map(RequestPath::segments)
                        .orElseThrow(
                                () ->
                                        new IllegalArgumentException(
                                                "must have segments in their plain form, without"
                                                        + " dots alone or at the end, semicolons or"
                                                        + " encoded slashes"));
        return new Segment(plain.getFirst(), false);
    }

    public String text() {
        return text;
    }

    List<Segment> segments() {
        return segments;
    }

    /** The names of its variables, from the left. */
    public List<String> variables() {
        return segments.stream().filter(Segment::variable).map(Segment::text).toList();
    }

    /**
     * The template with all variables alike and literals encoded in one way: two have the same form
     * if and only if they match the same paths.
     */
    public String form() {
        return segments.isEmpty()
                ? "/"
                : segments.stream().map(Segment::form).collect(Collectors.joining("/", "/", ""));
    }

    /** Whether some path matches both. */
    public boolean meets(PathTemplate other) {
        return segments.size() == other.segments.size()
                && IntStream.range(0, segments.size())
                        .allMatch(i -> segments.get(i).meets(other.segments.get(i)));
    }

    /** Whether every path that matches this one matches the other too. */
    public boolean isWithin(PathTemplate other) {
        return meets(other)
                && IntStream.range(0, segments.size())
                        .allMatch(
                                i ->
                                        other.segments.get(i).variable()
                                                || !segments.get(i).variable());
    }

    /**
     * Whether some path matches both and neither is the closer match: each has a literal where the
     * other has a variable, or both have the same form.
     */
    public boolean isAsGoodAs(PathTemplate other) {
        if (segments.size() != other.segments.size()) {
            return false;
        }
        boolean closer = false;
        boolean farther = false;
        for (int i = 0; i < segments.size(); i++) {
            Segment mine = segments.get(i);
            Segment its = other.segments.get(i);
            if (!mine.meets(its)) {
                return false;
            }
            closer |= !mine.variable() && its.variable();
            farther |= mine.variable() && !its.variable();
        }
        return closer == farther;
    }

    private static void require(boolean holds, String otherwise) {
        if (!holds) {
            throw new IllegalArgumentException(otherwise);
        }
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof PathTemplate template && text.equals(template.text);
    }

    @Override
    public int hashCode() {
        return text.hashCode();
    }

    @Override
    public String toString() {
        return text;
    }
}
