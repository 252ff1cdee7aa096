package io.keyledger.shared.event;

import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;

import org.jspecify.annotations.Nullable;

import tools.jackson.databind.cfg.MapperConfig;
import tools.jackson.databind.introspect.Annotated;
import tools.jackson.databind.introspect.AnnotatedParameter;
import tools.jackson.databind.introspect.JacksonAnnotationIntrospector;

import java.lang.reflect.Executable;

/** Refuses null, or nothing at all, for a record component that is not {@code @Nullable}. */
final class NullsOnlyWhereDeclared extends JacksonAnnotationIntrospector {

    private static final long serialVersionUID = 1L;
    private static final JsonSetter.Value REFUSED =
            JsonSetter.Value.construct(Nulls.FAIL, Nulls.FAIL);

    @Override
    public JsonSetter.Value findSetterInfo(MapperConfig<?> config, Annotated member) {
        return member instanceof AnnotatedParameter parameter && !isNullable(parameter)
                ? REFUSED
                : super.findSetterInfo(config, member);
    }

    private static boolean isNullable(AnnotatedParameter parameter) {
        return ((Executable) parameter.getOwner().getMember())
                .getAnnotatedParameterTypes()[parameter.getIndex()].isAnnotationPresent(
                        Nullable.class);
    }
}
