package io.keyledger.access.check;

import io.keyledger.shared.policy.Resource;

import org.jspecify.annotations.Nullable;

import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * What a key is used on, as the caller of a check says, or of a trial of one: a type of at most 64
 * and an id of at most 256 characters, at most 16 attributes of at most 256 characters each.
 */
public record SaidResource(
        @Nullable String type,
        @Nullable String id,
        @Nullable Map<String, ? extends @Nullable String> attributes) {

    private static final int MOST_ATTRIBUTES = 16;
    private static final int MAX_TYPE = 64;
    private static final int MAX_VALUE = 256;
    private static final Pattern NAME = Pattern.compile("[A-Za-z][A-Za-z0-9._-]{0,63}");

    /** What was said cannot be meant. */
    public static final class Wrong extends RuntimeException {

        private static final long serialVersionUID = 1L;

        private final String field;
        private final String rule;

        Wrong(String field, String rule) {
            super(field + " " + rule, null, false, false);
            this.field = field;
            this.rule = rule;
        }

        /** Such as {@code resource.attributes}. */
        public String field() {
            return field;
        }

        /** What the field must be. */
        public String rule() {
            return rule;
        }
    }

    /**
     * The resource.
     *
     * @throws Wrong naming the first field that cannot be meant
     */
    public Resource checked() {
        requireShort("resource.type", type, MAX_TYPE);
        requireShort("resource.id", id, MAX_VALUE);
        Map<String, ? extends @Nullable String> said =
                Objects.requireNonNullElse(attributes, Map.of());
        if (said.size() > MOST_ATTRIBUTES) {
            throw new Wrong("resource.attributes", "must be at most " + MOST_ATTRIBUTES);
        }
        Map<String, String> checked = new TreeMap<>();
        said.forEach((name, value) -> checked.put(name, attribute(name, value)));
        return new Resource(type, id, checked);
    }

    private static String attribute(String name, @Nullable String value) {
        if (!NAME.matcher(name).matches()
                || name.equals(Resource.TYPE)
                || name.equals(Resource.ID)) {
            throw new Wrong(
                    "resource.attributes",
                    "must have names of letters, digits and . _ - (at most 64), and not type or id");
        }
        if (value == null) {
            throw new Wrong("resource.attributes." + name, "must be a text");
        }
        requireShort("resource.attributes." + name, value, MAX_VALUE);
        return value;
    }

    private static void requireShort(String field, @Nullable String value, int most) {
        if (value != null && (value.isEmpty() || value.length() > most)) {
            throw new Wrong(field, "must have from 1 to " + most + " characters");
        }
        if (value != null && value.indexOf('\0') >= 0) {
            throw new Wrong(field, "must not have the character U+0000");
        }
    }
}
