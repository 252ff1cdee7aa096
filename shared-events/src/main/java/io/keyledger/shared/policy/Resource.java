package io.keyledger.shared.policy;

import org.jspecify.annotations.Nullable;

import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** What a key is used on, as the caller of the check says. */
public record Resource(@Nullable String type, @Nullable String id, Map<String, String> attributes) {

    /** The attribute that means a resource's type. */
    public static final String TYPE = "type";

    /** The attribute that means a resource's id. */
    public static final String ID = "id";

    public Resource {
        SortedMap<String, String> sorted = new TreeMap<>(attributes);
        attributes = Collections.unmodifiableSortedMap(sorted);
        if (attributes.containsKey(TYPE) || attributes.containsKey(ID)) {
            throw new IllegalArgumentException("type and id are no attributes of their own");
        }
    }

    /** The value of an attribute, {@code type} and {@code id} among them, if it was supplied. */
    public @Nullable String value(String attribute) {
        return switch (attribute) {
            case TYPE -> type;
            case ID -> id;
            default -> attributes.get(attribute);
        };
    }
}
