package io.keyledger.access.request;

import io.keyledger.access.problem.ApiProblem;
import io.keyledger.access.problem.ProblemWriter;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.filter.OncePerRequestFilter;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;

/** Refuses paths and queries that are not percent-encoded UTF-8, or that hold NUL. */
public final class UrlFilter extends OncePerRequestFilter {

    private final ProblemWriter writer;

    public UrlFilter(ProblemWriter writer) {
        this.writer = writer;
    }

    @Override
    protected void doFilterInternal(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (isReadable(request.getRequestURI()) && isReadable(request.getQueryString())) {
            chain.doFilter(request, response);
        } else {
            writer.write(
                    response,
                    new ApiProblem(
                            HttpStatus.BAD_REQUEST,
                            "malformed-url",
                            "The path or query is not percent-encoded UTF-8."));
        }
    }

    private static boolean isReadable(@Nullable String encoded) {
        try {
            return encoded == null || PercentEncoding.decode(encoded).indexOf('\0') < 0;
        } catch (CharacterCodingException _) {
            return false;
        }
    }
}
