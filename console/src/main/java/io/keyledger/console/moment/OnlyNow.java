package io.keyledger.console.moment;

import io.keyledger.console.page.Moment;
import io.keyledger.console.page.PastIsFixed;
import io.keyledger.console.page.Typed;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpMethod;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;

import java.lang.reflect.Parameter;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Stream;

/** Lets a moment through to pages alone that know of moments, which no change does. */
public final class OnlyNow implements HandlerInterceptor {

    @Override
    public boolean preHandle(
            HttpServletRequest request, HttpServletResponse response, Object handler) {
        boolean asked = !Typed.text(request.getParameter(Moment.PARAMETER)).isEmpty();
        if (asked && handler instanceof HandlerMethod method && !lets(request, method)) {
            throw new PastIsFixed();
        }
        return true;
    }

    /** Whether a page is about the moment of its address. */
    static boolean isAboutMoments(@Nullable Object handler) {
        return handler instanceof HandlerMethod method
                && parameters(method).anyMatch(it -> it.getType() == Moment.class);
    }

    /** A page that reads all parameters by itself has its own meaning of this one. */
    private static boolean lets(HttpServletRequest request, HandlerMethod method) {
        boolean readsAll =
                parameters(method)
                        .anyMatch(
                                it ->
                                        it.getType() == Map.class
                                                && it.isAnnotationPresent(RequestParam.class));
        return isAboutMoments(method)
                || readsAll && request.getMethod().equals(HttpMethod.GET.name());
    }

    private static Stream<Parameter> parameters(HandlerMethod method) {
        return Arrays.stream(method.getMethod().getParameters());
    }
}
