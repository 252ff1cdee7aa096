package io.keyledger.standalone.document;

import io.swagger.v3.oas.models.media.Schema;

import org.jspecify.annotations.Nullable;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Puts the examples of properties together to those of bodies. */
final class Examples {

    private static final String PREFIX = "#/components/schemas/";

    private final Map<String, Schema> schemas;

    Examples(Map<String, Schema> schemas) {
        this.schemas = schemas;
    }

    @Nullable Object of(Schema<?> schema) {
        return of(schema, Set.of());
    }

    /**
     * A schema within itself ends the example.
     *
     * @param outer the schemas that this one is within
     */
    private @Nullable Object of(Schema<?> schema, Set<String> outer) {
        if (schema.get$ref() != null) {
            String name = schema.get$ref().substring(PREFIX.length());
            Set<String> inner = new TreeSet<>(outer);
            Schema<?> referred = schemas.get(name);
            return referred != null && inner.add(name) ? of(referred, inner) : null;
        }
        if (schema.getExample() != null) {
            return schema.getExample();
        }
        if (schema.getAnyOf() != null) {
            return of(schema.getAnyOf().getFirst(), outer);
        }
        if (schema.getEnum() != null && !schema.getEnum().isEmpty()) {
            return schema.getEnum().getFirst();
        }
        return switch (type(schema)) {
            case "object" -> object(schema, outer);
            case "array" -> list(schema.getItems(), outer);
            case "boolean" -> true;
            case "integer", "number" -> 1;
            default -> text(schema.getFormat());
        };
    }

    private Map<String, Object> object(Schema<?> schema, Set<String> outer) {
        Map<String, Object> example = new LinkedHashMap<>();
        if (schema.getProperties() != null) {
            schema.getProperties()
                    .forEach(
                            (name, property) -> {
                                Object value = of(property, outer);
                                if (value != null) {
                                    example.put(name, value);
                                }
                            });
        }
        return example;
    }

    private List<Object> list(@Nullable Schema<?> items, Set<String> outer) {
        Object item = items == null ? null : of(items, outer);
        return item == null ? List.of() : List.of(item);
    }

    private static String text(@Nullable String format) {
        return switch (format) {
            case "date-time" -> "2026-11-23T07:00:00Z";
            case "uuid" -> "01939f2e-7c1a-7b55-8e0a-5d1f3c2b4a60";
            case null, default -> "text";
        };
    }

    private static String type(Schema<?> schema) {
        Set<String> types = schema.getTypes();
        if (types == null) {
            return schema.getType() == null ? "object" : schema.getType();
        }
        return types.stream().filter(type -> !type.equals("null")).findFirst().orElse("object");
    }
}
