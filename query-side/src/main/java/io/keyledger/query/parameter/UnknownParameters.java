package io.keyledger.query.parameter;

import io.keyledger.access.problem.ApiProblem;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

import java.lang.reflect.Method;
import java.util.Collections;
import java.util.Map;
import java.util.SortedSet;
import java.util.concurrent.ConcurrentHashMap;

/** Refuses requests with a query parameter that their handler has not declared. */
@Component
class UnknownParameters implements HandlerInterceptor, WebMvcConfigurer {

    /** After the interceptor that asks who calls, before a read waits for its views. */
    private static final int ORDER = 500;

    private static final String OURS = "io.keyledger.query.";
    private static final int MAX_FIELD = 100;

    private final Map<Method, SortedSet<String>> declared = new ConcurrentHashMap<>();

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(this).order(ORDER);
    }

    @Override
    public boolean preHandle(
            HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (handler instanceof HandlerMethod method
                && method.getBeanType().getName().startsWith(OURS)) {
            SortedSet<String> known =
                    declared.computeIfAbsent(method.getMethod(), DeclaredParameters::of);
            for (String name : Collections.list(request.getParameterNames())) {
                if (!known.contains(name)) {
                    throw unknown(name, known);
                }
            }
        }
        return true;
    }

    private static ApiProblem unknown(String name, SortedSet<String> known) {
        return new ApiProblem(
                HttpStatus.BAD_REQUEST,
                "unknown-parameter",
                known.isEmpty()
                        ? "Nothing is asked here by query parameters."
                        : "The query parameters here are " + String.join(", ", known) + ".",
                name.substring(0, Math.min(name.length(), MAX_FIELD)));
    }
}
