package io.keyledger.client;

import org.jspecify.annotations.Nullable;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

import java.util.Set;

/** What {@code /health/ready} tells of whether anybody is answered. */
enum Readiness {
    ANSWERING,
    AWAY,
    /** A proxy says that no node is ready, and not why: some may answer all the same. */
    UNTOLD;

    private static final int SERVER_ERRORS = 500;

    /** With any of these no request of a key is answered; with others, some or all are. */
    private static final Set<String> NOBODY_IS_ANSWERED =
            Set.of(
                    "database-unavailable",
                    "database-read-only",
                    "gate-not-recording",
                    "gate-closed",
                    "starting-or-stopping");

    static Readiness of(int status, String body) {
        if (status < SERVER_ERRORS) {
            return ANSWERING;
        }
        JsonNode causes = causes(body);
        if (causes == null || !causes.isArray()) {
            return UNTOLD;
        }
        boolean nobody =
                causes.valueStream()
                        .anyMatch(cause -> NOBODY_IS_ANSWERED.contains(cause.asString("")));
        return nobody ? AWAY : ANSWERING;
    }

    private static @Nullable JsonNode causes(String body) {
        try {
            return Transport.JSON.readTree(body).findValue("causes");
        } catch (JacksonException _) {
            return null;
        }
    }
}
