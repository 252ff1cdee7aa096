package io.keyledger.command.web;

import io.keyledger.access.problem.ApiProblem;
import io.keyledger.command.platform.Conflict;
import io.keyledger.command.platform.Unavailable;
import io.keyledger.command.rule.Rejected;
import io.keyledger.command.rule.RejectionCode;
import io.keyledger.command.rule.RejectionCode.Category;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;

/** What the command side refuses, as problems. */
final class Refusals {

    private Refusals() {}

    static ApiProblem of(Rejected rejected) {
        ApiProblem problem =
                new ApiProblem(
                        status(rejected.code().category()),
                        rejected.code().code(),
                        String.valueOf(rejected.getMessage()),
                        rejected.field());
        return rejected.code() == RejectionCode.REQUEST_IN_PROGRESS
                ? problem.with(HttpHeaders.RETRY_AFTER, "1")
                : problem;
    }

    static ApiProblem of(Conflict conflict) {
        return new ApiProblem(
                HttpStatus.CONFLICT,
                "conflict",
                "Others kept changing the same at the same time; try again.");
    }

    static ApiProblem of(Unavailable unavailable) {
        return new ApiProblem(
                        HttpStatus.SERVICE_UNAVAILABLE,
                        "unavailable",
                        "The database could not be asked in time; nothing was written.")
                .with(HttpHeaders.RETRY_AFTER, "1");
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
