package io.keyledger.query.parameter;

import org.springdoc.core.annotations.ParameterObject;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.web.bind.annotation.RequestParam;

import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.lang.reflect.RecordComponent;
import java.util.Collections;
import java.util.SortedSet;
import java.util.TreeSet;

/** The names of the query parameters that a handler method takes. */
final class DeclaredParameters {

    private DeclaredParameters() {}

    static SortedSet<String> of(Method handler) {
        SortedSet<String> names = new TreeSet<>();
        for (Parameter parameter : handler.getParameters()) {
            RequestParam declared =
                    AnnotatedElementUtils.getMergedAnnotation(parameter, RequestParam.class);
            if (declared != null) {
                names.add(declared.name().isEmpty() ? parameter.getName() : declared.name());
            }
            if (parameter.isAnnotationPresent(ParameterObject.class)) {
                for (RecordComponent component : parameter.getType().getRecordComponents()) {
                    names.add(component.getName());
                }
            }
        }
        return Collections.unmodifiableSortedSet(names);
    }
}
