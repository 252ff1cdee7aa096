package io.keyledger.standalone.document;

import io.swagger.v3.oas.models.media.Schema;

import org.jspecify.annotations.Nullable;

import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/** Which properties are always there, and which may be null: as the records say it. */
final class Presence {

    private static final String NULL = "null";

    private Presence() {}

    static void describe(Class<?> type, Schema<?> schema) {
        if (!type.isRecord() || schema.getProperties() == null) {
            return;
        }
        for (RecordComponent component : type.getRecordComponents()) {
            String name = component.getName();
            Schema<?> property = schema.getProperties().get(name);
            if (property == null) {
                continue; // It is called otherwise in JSON, or is unwrapped.
            }
            if (!component.getAnnotatedType().isAnnotationPresent(Nullable.class)) {
                schema.addRequiredItem(name);
            } else if (!isRequired(schema, name)) {
                schema.addProperty(name, orNull(property));
            }
        }
    }

    private static boolean isRequired(Schema<?> schema, String name) {
        return Objects.requireNonNullElse(schema.getRequired(), List.of()).contains(name);
    }

    @SuppressWarnings({"rawtypes", "unchecked"})
    private static Schema<?> orNull(Schema property) {
        if (property.get$ref() != null) {
            return new Schema<>().anyOf(List.of(property, new Schema<>().types(Set.of(NULL))));
        }
        if (property.getTypes() != null) {
            Set<String> types = new LinkedHashSet<>(property.getTypes());
            types.add(NULL);
            property.setTypes(types);
        }
        if (property.getEnum() != null && !property.getEnum().contains(null)) {
            List<Object> values = new ArrayList<>(property.getEnum());
            values.add(null);
            property.setEnum(values);
        }
        return property;
    }
}
