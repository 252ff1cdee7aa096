package io.keyledger.command.web;

import io.keyledger.access.problem.ApiProblem;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.stereotype.Component;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

import java.util.Arrays;
import java.util.Objects;

/**
 * Refuses {@code If-Match} where a handler does not look at it: whoever sends it relies on nothing
 * being done otherwise.
 */
@Component
class Preconditions implements HandlerInterceptor, WebMvcConfigurer {

    /** After the interceptor that asks who calls. */
    private static final int ORDER = 500;

    private static final String OURS = "io.keyledger.command.";

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(this).order(ORDER);
    }

    @Override
    public boolean preHandle(
            HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (handler instanceof HandlerMethod method
                && method.getBeanType().getName().startsWith(OURS)
                && request.getHeader(IfMatch.NAME) != null
                && !looksAtIt(method)) {
            throw ApiProblem.invalid(
                    IfMatch.NAME, "There is no version that this request could be based on.");
        }
        return true;
    }

    private static boolean looksAtIt(HandlerMethod method) {
        return Arrays.stream(method.getMethodParameters())
                .map(parameter -> parameter.getParameterAnnotation(RequestHeader.class))
                .filter(Objects::nonNull)
                .anyMatch(header -> IfMatch.NAME.equals(header.name()));
    }
}
