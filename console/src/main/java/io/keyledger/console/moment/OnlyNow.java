package io.keyledger.console.moment;

import io.keyledger.console.page.Moment;
import io.keyledger.console.page.PastIsFixed;
import io.keyledger.console.page.Typed;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.jspecify.annotations.Nullable;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;

import java.util.Arrays;

/** Lets a moment through to those alone who know of moments, which no change does. */
public final class OnlyNow implements HandlerInterceptor {

    @Override
    public boolean preHandle(
            HttpServletRequest request, HttpServletResponse response, Object handler) {
        boolean asked = !Typed.text(request.getParameter(Moment.PARAMETER)).isEmpty();
        if (asked && handler instanceof HandlerMethod && !knowsMoments(handler)) {
            throw new PastIsFixed();
        }
        return true;
    }

    static boolean knowsMoments(@Nullable Object handler) {
        return handler instanceof HandlerMethod method
                && Arrays.stream(method.getMethod().getParameters())
                        .anyMatch(
                                parameter ->
                                        parameter.getType() == Moment.class
                                                || parameter.getName().equals(Moment.PARAMETER));
    }
}
