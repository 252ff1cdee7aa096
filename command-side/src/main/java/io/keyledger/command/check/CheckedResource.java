package io.keyledger.command.check;

import io.keyledger.command.rule.Fields;
import io.keyledger.shared.policy.Resource;

import org.jspecify.annotations.Nullable;

import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;

/**
 * What a key is used on, as the caller of a check says: a type of at most 64 and an id of at most
 * 256 characters, at most 16 attributes of at most 256 characters each.
 */
record CheckedResource(
        @Nullable String type, @Nullable String id, @Nullable Map<String, String> attributes) {

    private static final int MOST_ATTRIBUTES = 16;
    private static final int MAX_TYPE = 64;
    private static final int MAX_VALUE = 256;
    private static final Pattern NAME = Pattern.compile("[A-Za-z][A-Za-z0-9._-]{0,63}");

    Resource checked() {
        Map<String, String> said = Objects.requireNonNullElse(attributes, Map.of());
        requireShort("resource.type", type, MAX_TYPE);
        requireShort("resource.id", id, MAX_VALUE);
        if (said.size() > MOST_ATTRIBUTES) {
            throw Fields.invalid("resource.attributes", "must be at most " + MOST_ATTRIBUTES);
        }
        said.forEach(CheckedResource::requireAttribute);
        return new Resource(type, id, said);
    }

    private static void requireAttribute(String name, @Nullable String value) {
        if (!NAME.matcher(name).matches()
                || name.equals(Resource.TYPE)
                || name.equals(Resource.ID)) {
            throw Fields.invalid(
                    "resource.attributes",
                    "must have names of letters, digits and . _ - (at most 64), and not type or id");
        }
        if (value == null) {
            throw Fields.invalid("resource.attributes." + name, "must be a text");
        }
        requireShort("resource.attributes." + name, value, MAX_VALUE);
    }

    private static void requireShort(String field, @Nullable String value, int most) {
        if (value != null && (value.isEmpty() || value.length() > most)) {
            throw Fields.invalid(field, "must have from 1 to " + most + " characters");
        }
        if (value != null && value.indexOf('\0') >= 0) {
            throw Fields.invalid(field, "must not have the character U+0000");
        }
    }
}
