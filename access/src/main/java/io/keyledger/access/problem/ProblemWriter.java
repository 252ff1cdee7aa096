package io.keyledger.access.problem;

import io.keyledger.access.correlation.CorrelationId;

import jakarta.servlet.http.HttpServletResponse;

import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;

import tools.jackson.databind.json.JsonMapper;

import java.io.IOException;

/**
 * Writes problems; usable from filters, where Spring MVC does not reach. Whatever a caller accepts,
 * a problem is {@code application/problem+json}.
 */
public final class ProblemWriter {

    private static final JsonMapper JSON = new JsonMapper();

    /** The problem as a body. */
    public byte[] json(ApiProblem problem, @Nullable String correlationId) {
        return JSON.writeValueAsBytes(Problem.of(problem, correlationId));
    }

    /** Answers with the problem, unless the answer is already under way. */
    public void write(HttpServletResponse response, ApiProblem problem) throws IOException {
        if (response.isCommitted()) {
            return;
        }
        response.resetBuffer();
        response.setStatus(problem.status().value());
        problem.headers()
                .forEach((name, values) -> values.forEach(v -> response.addHeader(name, v)));
        response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        byte[] body = json(problem, response.getHeader(CorrelationId.ANSWER_HEADER));
        response.setContentLength(body.length);
        response.getOutputStream().write(body);
    }
}
