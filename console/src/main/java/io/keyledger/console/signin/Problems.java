package io.keyledger.console.signin;

import io.keyledger.client.KeyledgerProblem;

import org.jspecify.annotations.Nullable;

import java.util.Map;

/** Why somebody is not signed in (any more): by the name it has in an address, and in words. */
public final class Problems {

    static final String UNAVAILABLE = "unavailable";
    static final String NOT_ALLOWED = "not-allowed";

    /** What to say for each problem, and nothing for others. */
    private static final Map<String, String> TEXTS =
            Map.of(
                    "wrong-key",
                    "This key was not accepted. It may be mistyped, disabled, expired or deleted.",
                    NOT_ALLOWED,
                    "Signing in works, but may not show its workspace (workspaces:view).",
                    UNAVAILABLE,
                    "Keyledger does not answer just now. Nothing is lost; try again.",
                    "form-expired",
                    "You were signed out meanwhile, and nothing was changed. Sign in again.",
                    "signed-out",
                    "You are signed out.",
                    "no-groups",
                    "Your account is in no group that Keyledger knows. Ask whoever administers"
                            + " groups at your company.",
                    "person-disabled",
                    "You are disabled here. Ask an administrator of Keyledger.",
                    "provider-refused",
                    "You were not signed in: the answer of your company's account was not accepted."
                            + " Try again.",
                    "provider-unavailable",
                    "Your company's account does not answer just now. Try again, or sign in with a"
                            + " key.",
                    "session-over",
                    "Your session is over. Sign in again to go on where you were.");

    private Problems() {}

    static @Nullable String text(@Nullable String problem) {
        return problem == null ? null : TEXTS.get(problem);
    }

    /** The name of what the API, or nobody, answered to a person's sign-in. */
    static String of(RuntimeException failure) {
        if (!(failure instanceof KeyledgerProblem problem)) {
            return UNAVAILABLE;
        }
        if (TEXTS.containsKey(problem.code())) {
            return problem.code();
        }
        return switch (problem.status()) {
            case 401, 409 -> "provider-refused";
            case 403 -> NOT_ALLOWED;
            default -> UNAVAILABLE;
        };
    }
}
