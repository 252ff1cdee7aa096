package io.keyledger.access.server;

import io.keyledger.access.problem.ApiProblem;
import io.keyledger.access.problem.ProblemWriter;
import io.keyledger.access.problem.StatusProblems;

import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.springframework.http.MediaType;

import java.nio.ByteBuffer;

/**
 * The server's last resort, for requests that it refuses by itself: problems instead of HTML. Each
 * is the last answer of its connection, which is said: where the next request begins is not sure.
 */
final class ProblemErrors implements Request.Handler {

    private final ProblemWriter writer;

    ProblemErrors(ProblemWriter writer) {
        this.writer = writer;
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) {
        ApiProblem problem = StatusProblems.of(response.getStatus());
        byte[] body = writer.json(problem, null);
        response.getHeaders()
                .put(HttpHeader.CONTENT_TYPE, MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        response.getHeaders().put(HttpHeader.CONTENT_LENGTH, body.length);
        response.getHeaders().put(HttpFields.CONNECTION_CLOSE);
        response.write(true, ByteBuffer.wrap(body), callback);
        return true;
    }
}
