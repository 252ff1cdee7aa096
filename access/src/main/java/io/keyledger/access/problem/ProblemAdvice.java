package io.keyledger.access.problem;

import io.keyledger.access.check.NotRecorded;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.async.AsyncRequestNotUsableException;

import java.io.IOException;

/** Answers every failure of a handler, and of finding one, as a problem. */
@RestControllerAdvice
@Order(Ordered.LOWEST_PRECEDENCE)
public class ProblemAdvice {

    private static final Logger LOG = LoggerFactory.getLogger(ProblemAdvice.class);

    private final ProblemWriter writer;

    ProblemAdvice(ProblemWriter writer) {
        this.writer = writer;
    }

    @ExceptionHandler
    public void answer(Exception failure, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        if (failure instanceof AsyncRequestNotUsableException) {
            return;
        }
        ApiProblem problem =
                switch (failure) {
                    case ApiProblem known -> known;
                    case NotRecorded notRecorded -> Problems.notRecorded(notRecorded);
                    default -> RequestFaults.problemOf(failure).orElseGet(Problems::internal);
                };
        if (problem.status().is5xxServerError() && !(failure instanceof NotRecorded)) {
            LOG.error("{} failed", request.getMethod(), Redacted.copyOf(failure));
        }
        writer.write(response, problem);
    }
}
