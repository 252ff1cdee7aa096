package io.keyledger.access.request;

import io.keyledger.access.problem.ProblemWriter;
import io.keyledger.access.problem.Problems;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.http.HttpHeaders;
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
        } else {
            chain.doFilter(new LimitedRequest(request, BodyDigest.wantedOf(request)), response);
        }
        if (hasBody(request) && !request.isAsyncStarted()) {
            dropRest(request.getInputStream(), response);
        }
    }

    private static boolean hasBody(HttpServletRequest request) {
        return request.getContentLengthLong() > 0
                || request.getHeader(HttpHeaders.TRANSFER_ENCODING) != null;
    }

    /**
     * Reads on after an answer that did not need all of the body, so that whoever is still sending
     * gets to read it: a connection that is closed before takes the answer along. Of what is larger
     * still it is closed.
     */
    private static void dropRest(ServletInputStream in, HttpServletResponse response)
            throws IOException {
        if (in.isFinished()) {
            return;
        }
        response.flushBuffer();
        byte[] dropped = new byte[DROPPED_AT_ONCE];
        long left = MOST_DROPPED;
        for (int read = 0; read >= 0 && left > 0; left -= read) {
            read = in.read(dropped);
        }
    }
}
