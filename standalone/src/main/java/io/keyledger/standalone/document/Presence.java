package io.keyledger.standalone.document;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;

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
        describe(type, schema, true);
    }

    /**
     * @param there whether an unwrapped record is always there
     */
    private static void describe(Class<?> type, Schema<?> schema, boolean there) {
        if (!type.isRecord() || schema.getProperties() == null) {
            return;
        }
        for (RecordComponent component : type.getRecordComponents()) {
            boolean always = there && !isNullable(component);
            if (component.getAccessor().isAnnotationPresent(JsonUnwrapped.class)) {
                describe(component.getType(), schema, always);
            } else {
                describe(component, schema, always);
            }
        }
    }

    private static void describe(RecordComponent component, Schema<?> schema, boolean always) {
        String name = component.getName();
        Schema<?> property = schema.getProperties().get(name);
        if (property == null) {
            return; // It is called otherwise in JSON.
        }
        if (isNullable(component) && !isRequired(schema, name)) {
            schema.addProperty(name, orNull(property));
        } else if (always && !component.getAccessor().isAnnotationPresent(JsonInclude.class)) {
            schema.addRequiredItem(name);
        }
    }

    private static boolean isNullable(RecordComponent component) {
        return component.getAnnotatedType().isAnnotationPresent(Nullable.class);
    }

    private static boolean isRequired(Schema<?> schema, String name) {
        return Objects.requireNonNullElse(schema.getRequired(), List.of()).contains(name);
    }

    private static Schema<?> orNull(Schema<?> property) {
        if (property.get$ref() != null) {
            return new Schema<>().anyOf(List.of(property, new Schema<>().types(Set.of(NULL))));
        }
        if (property.getTypes() != null) {
            Set<String> types = new LinkedHashSet<>(property.getTypes());
            types.add(NULL);
            property.setTypes(types);
        }
        if (property.getEnum() != null && !property.getEnum().contains(null)) {
            addNullToEnum(property);
        }
        return property;
    }

    private static <T> void addNullToEnum(Schema<T> property) {
        List<@Nullable T> values = new ArrayList<>(property.getEnum());
        values.add(null);
        property.setEnum(values);
    }
}
