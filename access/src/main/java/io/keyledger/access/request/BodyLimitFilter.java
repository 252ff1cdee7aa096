package io.keyledger.access.request;

import io.keyledger.access.problem.ProblemWriter;
import io.keyledger.access.problem.Problems;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.web.filter.OncePerRequestFilter;

import java.io.IOException;

/** Lets no body of more than 1 MiB through, whether its length is told beforehand or not. */
public final class BodyLimitFilter extends OncePerRequestFilter {

    public static final int MAX_BYTES = 1 << 20;

    private final ProblemWriter writer;

    public BodyLimitFilter(ProblemWriter writer) {
        this.writer = writer;
    }

    @Override
    protected void doFilterInternal(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (request.getContentLengthLong() > MAX_BYTES) {
            writer.write(response, Problems.bodyTooLarge());
        } else {
            chain.doFilter(new LimitedRequest(request, BodyDigest.wantedOf(request)), response);
        }
    }
}
