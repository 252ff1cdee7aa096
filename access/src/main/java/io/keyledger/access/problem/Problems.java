package io.keyledger.access.problem;

import io.keyledger.access.check.DenyReason;
import io.keyledger.access.check.NotRecorded;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;

/** The problems that every API answers alike. */
public final class Problems {

    private Problems() {}

    /** 401: no key is shown. */
    public static ApiProblem unauthenticated() {
        return unauthenticated("An API key is required.");
    }

    /** 401 or 403: the caller's key is not good, or not good for this. */
    public static ApiProblem refused(DenyReason reason) {
        return reason.isAuthentication()
                ? unauthenticated("The API key is refused: " + reason.publicCode() + ".")
                : new ApiProblem(
                        HttpStatus.FORBIDDEN,
                        "permission-denied",
                        "The API key does not have the permission that this needs.");
    }

    /** 503: nothing was decided, since it could not be recorded. */
    public static ApiProblem notRecorded(NotRecorded failure) {
        return new ApiProblem(
                        HttpStatus.SERVICE_UNAVAILABLE,
                        "not-recorded",
                        "The request could not be recorded, so it was not carried out; try again.")
                .with(HttpHeaders.RETRY_AFTER, Integer.toString(failure.retryAfterSeconds()));
    }

    /** 404: there is nothing at this address. */
    public static ApiProblem notFound() {
        return new ApiProblem(HttpStatus.NOT_FOUND, "not-found", "There is nothing at this path.");
    }

    public static ApiProblem bodyTooLarge() {
        return new ApiProblem(
                HttpStatus.CONTENT_TOO_LARGE,
                "body-too-large",
                "The request's body is larger than 1 MiB.");
    }

    static ApiProblem internal() {
        return new ApiProblem(
                HttpStatus.INTERNAL_SERVER_ERROR,
                "internal-error",
                "Something went wrong here; the correlation id finds it in the log.");
    }

    private static ApiProblem unauthenticated(String detail) {
        return new ApiProblem(HttpStatus.UNAUTHORIZED, "unauthenticated", detail)
                .with(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
    }
}
