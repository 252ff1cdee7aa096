package io.keyledger.console.signin;

import static java.util.Map.entry;

import io.keyledger.client.KeyledgerProblem;

import org.jspecify.annotations.Nullable;

import java.util.Map;

/** Why somebody is not signed in (any more): by the name it has in an address, and in words. */
public final class Problems {

    static final String UNAVAILABLE = "unavailable";
    public static final String FORM_KEPT = "form-kept";
    static final String NOT_ALLOWED = "not-allowed";

    /** What to say for each problem, and nothing for others. */
    private static final Map<String, String> TEXTS =
            Map.ofEntries(
                    entry(
                            "wrong-key",
                            "This key was not accepted. It may be mistyped, disabled, expired or deleted."),
                    entry(
                            NOT_ALLOWED,
                            "Signing in works, but may not show its workspace (workspaces:view)."),
                    entry(
                            UNAVAILABLE,
                            "Keyledger does not answer just now. Nothing is lost; try again."),
                    entry(
                            "form-expired",
                            "You were signed out meanwhile, and nothing was changed. Sign in again."),
                    entry(
                            FORM_KEPT,
                            "You were signed out meanwhile, and nothing was changed. What you typed is kept"
                                    + " for half an hour: sign in again, and you see it before anything is"
                                    + " done."),
                    entry("signed-out", "You are signed out."),
                    entry(
                            "no-groups",
                            "Your account is in no group that Keyledger knows. Ask whoever administers"
                                    + " groups at your company."),
                    entry(
                            "person-disabled",
                            "You are disabled here. Ask an administrator of Keyledger."),
                    entry(
                            "provider-refused",
                            "You were not signed in: the answer of your company's account was not accepted."
                                    + " Try again."),
                    entry(
                            "provider-unavailable",
                            "Your company's account does not answer just now. Try again, or sign in with a"
                                    + " key."),
                    entry(
                            "session-over",
                            "Your session is over. Sign in again to go on where you were."));

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
