package io.keyledger.shared.proof;

import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The name of a workspace's log, {@code keyledger/<store id>/<workspace>/<number>}. It begins with
 * number 1; an operator starts the next one when the log cannot go on from what was signed.
 */
public record LogOrigin(UUID store, String workspace, int number) {

    private static final Pattern FORM =
            Pattern.compile(
                    "keyledger/([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})"
                            + "/([a-z0-9-]{2,40})/([1-9][0-9]{0,8})");

    public static Optional<LogOrigin> parse(String origin) {
        Matcher matcher = FORM.matcher(origin);
        return matcher.matches()
                ? Optional.of(
                        new LogOrigin(
                                UUID.fromString(matcher.group(1)),
                                matcher.group(2),
                                Integer.parseInt(matcher.group(3))))
                : Optional.empty();
    }

    /** As checkpoints have it. */
    public String text() {
        return "keyledger/" + store + "/" + workspace + "/" + number;
    }
}
