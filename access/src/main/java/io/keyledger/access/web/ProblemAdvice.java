package io.keyledger.access.web;

import jakarta.servlet.http.HttpServletResponse;

import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

import java.io.IOException;

/** Answers every failure of a handler as a problem. */
@RestControllerAdvice
public final class ProblemAdvice {

    private final ProblemWriter writer;

    ProblemAdvice(ProblemWriter writer) {
        this.writer = writer;
    }

    @ExceptionHandler
    void answer(ApiProblem problem, HttpServletResponse response) throws IOException {
        writer.write(response, problem);
    }
}
