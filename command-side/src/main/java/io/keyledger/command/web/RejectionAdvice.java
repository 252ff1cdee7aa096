package io.keyledger.command.web;

import io.keyledger.access.problem.ProblemWriter;
import io.keyledger.command.platform.Conflict;
import io.keyledger.command.platform.Unavailable;
import io.keyledger.command.rule.Rejected;

import jakarta.servlet.http.HttpServletResponse;

import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

import java.io.IOException;

/** Answers what the command side refuses, each kind with its status. */
@RestControllerAdvice
@Order(Ordered.HIGHEST_PRECEDENCE)
class RejectionAdvice {

    private final ProblemWriter writer;

    RejectionAdvice(ProblemWriter writer) {
        this.writer = writer;
    }

    @ExceptionHandler
    void answer(Rejected rejected, HttpServletResponse response) throws IOException {
        writer.write(response, Refusals.of(rejected));
    }

    @ExceptionHandler
    void answer(Conflict conflict, HttpServletResponse response) throws IOException {
        writer.write(response, Refusals.of(conflict));
    }

    @ExceptionHandler
    void answer(Unavailable unavailable, HttpServletResponse response) throws IOException {
        writer.write(response, Refusals.of(unavailable));
    }
}
