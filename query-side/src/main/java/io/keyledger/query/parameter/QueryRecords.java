package io.keyledger.query.parameter;

import io.keyledger.access.problem.ApiProblem;

import org.jspecify.annotations.Nullable;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.core.MethodParameter;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

import java.lang.reflect.Constructor;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;

/**
 * Query parameters as a record of texts, so that handlers of one filter declare it once. Spring's
 * own binding would fill such a record from headers, too: of {@code Reason}, for one.
 */
@Component
class QueryRecords implements HandlerMethodArgumentResolver, WebMvcConfigurer {

    @Override
    public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.add(this);
    }

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.hasParameterAnnotation(ParameterObject.class);
    }

    @Override
    public Object resolveArgument(
            MethodParameter parameter,
            @Nullable ModelAndViewContainer container,
            NativeWebRequest request,
            @Nullable WebDataBinderFactory binders)
            throws ReflectiveOperationException {
        RecordComponent[] components = parameter.getParameterType().getRecordComponents();
        Class<?>[] types =
                Arrays.stream(components).map(RecordComponent::getType).toArray(Class[]::new);
        @Nullable Object[] values =
                Arrays.stream(components).map(component -> value(component, request)).toArray();
        Constructor<?> constructor = parameter.getParameterType().getDeclaredConstructor(types);
        constructor.setAccessible(true);
        return constructor.newInstance(values);
    }

    /** A list takes all that were given, a text is given once. */
    private static @Nullable Object value(RecordComponent component, NativeWebRequest request) {
        String name = component.getName();
        String[] given = request.getParameterValues(name);
        if (component.getType() == List.class) {
            return given == null ? List.of() : List.of(given);
        }
        if (given != null && given.length > 1) {
            throw ApiProblem.invalid(name, name + " is given once");
        }
        return given == null ? null : given[0];
    }
}
