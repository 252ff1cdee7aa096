package io.keyledger.access.problem;

import io.keyledger.access.check.Decision;
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

    /** 401, 403 or 429: the caller's key is not good, not good for this, or used too much. */
    public static ApiProblem refused(Decision decision) {
        DenyReason reason = decision.reason();
        if (reason == null) {
            throw new IllegalArgumentException("what is allowed is no problem");
        }
        return reason == DenyReason.RATE_LIMITED
                ? refused(reason)
                        .with(HttpHeaders.RETRY_AFTER, Long.toString(decision.retryAfterSeconds()))
                : refused(reason);
    }

    /** The same, of a caller that asked about another's key. */
    public static ApiProblem refused(DenyReason reason) {
        return switch (reason.kind()) {
            case KEY -> unauthenticated("The API key is refused: " + reason.publicCode() + ".");
            case TOKEN ->
                    new ApiProblem(
                                    HttpStatus.UNAUTHORIZED,
                                    reason.publicCode(),
                                    "The token is refused: " + reason.publicCode() + ".")
                            .with(HttpHeaders.WWW_AUTHENTICATE, "Bearer error=\"invalid_token\"");
            case PERMISSION ->
                    new ApiProblem(
                            HttpStatus.FORBIDDEN,
                            "permission-denied",
                            "The caller does not have the permission that this needs.");
            case GUARD ->
                    new ApiProblem(
                            HttpStatus.FORBIDDEN,
                            reason.publicCode(),
                            "A security policy does not allow this now, or from there.");
            case RATE ->
                    new ApiProblem(
                            HttpStatus.TOO_MANY_REQUESTS,
                            reason.publicCode(),
                            "The caller has asked as often as a security policy allows.");
        };
    }

    /** 503: nothing was decided, since it could not be recorded. */
    public static ApiProblem notRecorded(NotRecorded failure) {
        return new ApiProblem(HttpStatus.SERVICE_UNAVAILABLE, failure.code(), failure.detail())
                .with(HttpHeaders.RETRY_AFTER, Integer.toString(failure.retryAfterSeconds()));
    }

    /** 404: there is nothing at this address. */
    public static ApiProblem notFound() {
        return new ApiProblem(HttpStatus.NOT_FOUND, "not-found", "There is nothing at this path.");
    }

    /**
     * It may not have been read to its end, and then the connection cannot serve for another
     * request: who sent it is told, instead of finding out by the next.
     */
    public static ApiProblem bodyTooLarge() {
        return new ApiProblem(
                        HttpStatus.CONTENT_TOO_LARGE,
                        "body-too-large",
                        "The request's body is larger than 1 MiB.")
                .with(HttpHeaders.CONNECTION, "close");
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
