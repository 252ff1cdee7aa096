package io.keyledger.standalone.document;

import com.fasterxml.jackson.databind.JavaType;

import io.swagger.v3.core.jackson.TypeNameResolver;

import org.jspecify.annotations.Nullable;

import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Names of schemas. Those of records within records begin with the outer one's, so that a check's
 * route is not taken for the route that was added. Two types of one name would silently become one
 * schema.
 *
 * <p>There is one for the process, as there is one of what makes schemas: whichever application
 * makes a document asks it, and each must know what its schemas were made of.
 */
final class SchemaNames extends TypeNameResolver {

    static final SchemaNames OF_THE_PROCESS = new SchemaNames();

    private final Map<String, Class<?>> named = new ConcurrentHashMap<>();

    private SchemaNames() {}

    /** The type that a schema was made of. */
    @Nullable Class<?> typeOf(String name) {
        return named.get(name);
    }

    @Override
    protected String nameForClass(Class<?> type, Set<Options> options) {
        return remembered(within(type) + super.nameForClass(type, options), type);
    }

    @Override
    protected String nameForGenericType(JavaType type, Set<Options> options) {
        return remembered(super.nameForGenericType(type, options), type.getRawClass());
    }

    private String remembered(String name, Class<?> type) {
        Class<?> other = named.putIfAbsent(name, type);
        if (other != null && other != type) {
            throw new IllegalStateException(other + " and " + type + " are both called " + name);
        }
        return name;
    }

    private static String within(Class<?> type) {
        Class<?> outer = type.getEnclosingClass();
        return outer != null && outer.isRecord() ? within(outer) + outer.getSimpleName() : "";
    }
}
