package io.keyledger.query.consistency;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.stereotype.Component;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

import java.util.Set;

/** Lets requests through the gate after their caller is known, before their handler runs. */
@Component
class ConsistencyInterceptor implements HandlerInterceptor, WebMvcConfigurer {

    /** After the interceptor that asks who calls. */
    private static final int ORDER = 1_000;

    private final ConsistencyGate gate;

    ConsistencyInterceptor(ConsistencyGate gate) {
        this.gate = gate;
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(this).order(ORDER);
    }

    @Override
    public boolean preHandle(
            HttpServletRequest request, HttpServletResponse response, Object handler) {
        String token = request.getHeader(ConsistencyGate.HEADER);
        if (token != null && handler instanceof HandlerMethod method) {
            ReadsView reads = method.getMethodAnnotation(ReadsView.class);
            if (reads != null) {
                gate.await(token, Set.of(reads.value()));
            }
        }
        return true;
    }
}
