package io.keyledger.console.export;

import io.keyledger.client.KeyledgerProblem;
import io.keyledger.console.signin.SessionOver;

import org.springframework.web.client.ResourceAccessException;

import java.io.IOException;
import java.net.http.HttpTimeoutException;

/** Why an export failed, and what to do, in words for people. */
final class Failures {

    private static final String UNANSWERED =
            "Keyledger stopped answering before all was read. Try again";

    private Failures() {}

    static String sentence(Exception failure) {
        return switch (cause(failure)) {
            case KeyledgerProblem problem -> refused(problem);
            case SessionOver _ -> "Your session is over. Sign in again, and ask for it anew";
            case Full full -> full.sentence();
            case Unwritten _ ->
                    "The console could not keep it: its disk may be full. Try again later";
            case HttpTimeoutException _ ->
                    "Keyledger took the request and then said nothing for too long. Try again, or"
                            + " ask for less, such as one month after the other";
            case IOException _ -> UNANSWERED;
            case ResourceAccessException _ -> UNANSWERED;
            default -> "Something went wrong here, which is in the log. Try again";
        };
    }

    /** Whatever breaks off an answer that is being read, Spring takes it for the API's fault. */
    private static Exception cause(Exception failure) {
        return failure instanceof ResourceAccessException
                        && failure.getCause() instanceof IOException cause
                ? cause
                : failure;
    }

    private static String refused(KeyledgerProblem problem) {
        return switch (problem.status()) {
            case 401 -> "Your key is not accepted any more. Sign in again, and ask for it anew";
            case 403 ->
                    "You may not read all of it any more. Ask somebody who administers this"
                            + " workspace";
            case 429 -> "A security policy limits how often you may ask. Try again in a while";
            case 502, 503, 504 -> UNANSWERED;
            default -> problem.detail();
        };
    }
}
