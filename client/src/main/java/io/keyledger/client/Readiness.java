package io.keyledger.client;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

import java.util.Set;

/** What {@code /health/ready} tells of whether anybody is answered. */
final class Readiness {

    private static final int SERVER_ERRORS = 500;

    /** With any of these no request of a key is answered; with others, some or all are. */
    private static final Set<String> NOBODY_IS_ANSWERED =
            Set.of(
                    "database-unavailable",
                    "database-read-only",
                    "gate-not-recording",
                    "gate-closed",
                    "starting-or-stopping");

    private Readiness() {}

    static boolean canAnswer(int status, String body) {
        return status < SERVER_ERRORS || isAnswering(body);
    }

    /** A node that is not ready says why; whoever says nothing is a proxy with no node behind. */
    private static boolean isAnswering(String body) {
        try {
            JsonNode causes = Transport.JSON.readTree(body).findValue("causes");
            return causes != null
                    && causes.isArray()
                    && causes.valueStream()
                            .noneMatch(cause -> NOBODY_IS_ANSWERED.contains(cause.asString("")));
        } catch (JacksonException _) {
            return false;
        }
    }
}
