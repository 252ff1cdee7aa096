package io.keyledger.access.correlation;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.slf4j.MDC;
import org.springframework.web.filter.OncePerRequestFilter;

import java.io.IOException;
import java.util.UUID;

/**
 * Gives every request its correlation id, which is answered, logged, and recorded with whatever the
 * request changes.
 */
public final class CorrelationFilter extends OncePerRequestFilter {

    private static final String ATTRIBUTE = CorrelationFilter.class.getName();

    private final CorrelationId correlation;

    public CorrelationFilter(CorrelationId correlation) {
        this.correlation = correlation;
    }

    public static UUID of(HttpServletRequest request) {
        return (UUID) request.getAttribute(ATTRIBUTE);
    }

    @Override
    protected void doFilterInternal(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        UUID id = correlation.of(request.getHeader(CorrelationId.ASKED_HEADER));
        request.setAttribute(ATTRIBUTE, id);
        response.setHeader(CorrelationId.ANSWER_HEADER, id.toString());
        try (MDC.MDCCloseable _ = MDC.putCloseable("correlationId", id.toString())) {
            chain.doFilter(request, response);
        }
    }
}
