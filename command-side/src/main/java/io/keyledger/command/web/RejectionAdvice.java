package io.keyledger.command.web;

import io.keyledger.access.problem.ApiProblem;
import io.keyledger.access.problem.ProblemWriter;
import io.keyledger.command.platform.Conflict;
import io.keyledger.command.platform.Unavailable;
import io.keyledger.command.rule.Rejected;
import io.keyledger.command.rule.RejectionCode;
import io.keyledger.command.rule.RejectionCode.Category;

import jakarta.servlet.http.HttpServletResponse;

import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
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
        ApiProblem problem =
                new ApiProblem(
                        status(rejected.code().category()),
                        rejected.code().code(),
                        String.valueOf(rejected.getMessage()),
                        rejected.field());
        writer.write(
                response,
                rejected.code() == RejectionCode.REQUEST_IN_PROGRESS
                        ? problem.with(HttpHeaders.RETRY_AFTER, "1")
                        : problem);
    }

    @ExceptionHandler
    void answer(Conflict conflict, HttpServletResponse response) throws IOException {
        writer.write(
                response,
                new ApiProblem(
                        HttpStatus.CONFLICT,
                        "conflict",
                        "Others kept changing the same at the same time; try again."));
    }

    @ExceptionHandler
    void answer(Unavailable unavailable, HttpServletResponse response) throws IOException {
        writer.write(
                response,
                new ApiProblem(
                                HttpStatus.SERVICE_UNAVAILABLE,
                                "unavailable",
                                "The database could not be asked in time; nothing was written.")
                        .with(HttpHeaders.RETRY_AFTER, "1"));
    }

    private static HttpStatus status(Category category) {
        return switch (category) {
            case INVALID -> HttpStatus.BAD_REQUEST;
            case FORBIDDEN -> HttpStatus.FORBIDDEN;
            case UNKNOWN -> HttpStatus.NOT_FOUND;
            case CONFLICT -> HttpStatus.CONFLICT;
            case STALE -> HttpStatus.PRECONDITION_FAILED;
            case UNPROCESSABLE -> HttpStatus.UNPROCESSABLE_CONTENT;
        };
    }
}
