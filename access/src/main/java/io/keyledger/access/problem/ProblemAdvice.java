package io.keyledger.access.problem;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.core.NestedRuntimeException;
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

    private final ProblemWriter writer;

    ProblemAdvice(ProblemWriter writer) {
        this.writer = writer;
    }

    @ExceptionHandler
    public void answer(Exception failure, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        if (isOfACallerWhoWentAway(failure)) {
            return;
        }
        writer.write(response, Failures.problemOf(failure, request.getMethod()));
    }

    private static boolean isOfACallerWhoWentAway(Exception failure) {
        return failure instanceof AsyncRequestNotUsableException
                || failure instanceof NestedRuntimeException nested
                        && nested.contains(AsyncRequestNotUsableException.class);
    }
}
