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

    private static final int DROPPED_AT_ONCE = 16 * 1024;
    private static final long MOST_DROPPED = 8L * MAX_BYTES;

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
            dropRest(request, response);
            return;
        }
        LimitedRequest limited = new LimitedRequest(request, BodyDigest.wantedOf(request));
        chain.doFilter(limited, response);
        if (limited.isTooLarge()) {
            dropRest(request, response);
        }
    }

    /**
     * Reads on after the answer, so that whoever is still sending gets to read it: a connection
     * that is closed before takes the answer along. Of what is larger still the connection is
     * closed.
     */
    private static void dropRest(HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        response.flushBuffer();
        byte[] dropped = new byte[DROPPED_AT_ONCE];
        long left = MOST_DROPPED;
        for (int read = 0; read >= 0 && left > 0; left -= read) {
            read = request.getInputStream().read(dropped);
        }
    }
}
