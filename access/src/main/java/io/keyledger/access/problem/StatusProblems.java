package io.keyledger.access.problem;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/** Problems of which nothing but the status is known. */
public final class StatusProblems {

    private StatusProblems() {}

    public static ApiProblem of(int statusCode) {
        @Nullable HttpStatus status = HttpStatus.resolve(statusCode);
        if (status == null || !status.isError() || status.is5xxServerError()) {
            return status == HttpStatus.SERVICE_UNAVAILABLE ? unavailable() : Problems.internal();
        }
        return switch (status) {
            case NOT_FOUND -> Problems.notFound();
            case CONTENT_TOO_LARGE -> Problems.bodyTooLarge();
            case UNAUTHORIZED -> Problems.unauthenticated();
            default -> new ApiProblem(status, "bad-request", "The request cannot be understood.");
        };
    }

    private static ApiProblem unavailable() {
        return new ApiProblem(
                HttpStatus.SERVICE_UNAVAILABLE, "unavailable", "Try again in a moment.");
    }
}
