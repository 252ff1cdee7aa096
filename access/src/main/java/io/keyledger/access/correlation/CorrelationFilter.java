package io.keyledger.access.correlation;

import io.keyledger.shared.id.IdGenerator;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;
import org.springframework.web.filter.OncePerRequestFilter;

import java.io.IOException;
import java.util.UUID;
import java.util.regex.Pattern;

/**
 * Gives every request a correlation id: the caller's {@code X-Correlation-Id} if that is a UUID,
 * otherwise a new one. It is answered, logged, and recorded with whatever the request changes.
 */
public final class CorrelationFilter extends OncePerRequestFilter {

    public static final String ANSWER_HEADER = "Correlation-Id";

    private static final String ASKED_HEADER = "X-Correlation-Id";
    private static final String ATTRIBUTE = CorrelationFilter.class.getName();
    private static final Pattern UUID_TEXT =
            Pattern.compile("[0-9a-fA-F]{8}(?:-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");

    private final IdGenerator ids;

    public CorrelationFilter(IdGenerator ids) {
        this.ids = ids;
    }

    public static UUID of(HttpServletRequest request) {
        return (UUID) request.getAttribute(ATTRIBUTE);
    }

    @Override
    protected void doFilterInternal(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        UUID id = fromCaller(request.getHeader(ASKED_HEADER));
        request.setAttribute(ATTRIBUTE, id);
        response.setHeader(ANSWER_HEADER, id.toString());
        try (MDC.MDCCloseable _ = MDC.putCloseable("correlationId", id.toString())) {
            chain.doFilter(request, response);
        }
    }

    private UUID fromCaller(@Nullable String header) {
        return header != null && UUID_TEXT.matcher(header).matches()
                ? UUID.fromString(header)
                : ids.next();
    }
}
