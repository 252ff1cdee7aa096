package io.keyledger.console.health;

import java.util.Map;

/** What to do about what keeps a node from being ready, by its name. */
final class Causes {

    private static final String LOOP =
            "That loop ended, or has failed for 15 s. The log says why; restart the node if it does"
                    + " not recover.";
    private static final Map<String, String> ADVICE =
            Map.of(
                    "database-unavailable",
                    "No connection, or no answer within a second: look at PostgreSQL and the"
                            + " network.",
                    "database-read-only",
                    "It answers but does not commit, as a standby: point the node to the primary.",
                    "schema-outdated",
                    "Migrations are missing: run migrate of this version.",
                    "gate-not-recording",
                    "A batch of checks failed a moment ago, or hangs: look at disk and database.",
                    "gate-closed",
                    "The node goes down. Wait.",
                    "loops-not-running",
                    "The node comes up or goes down. Wait.",
                    "starting-or-stopping",
                    "The node comes up or goes down. Wait.",
                    "ledger-lags",
                    "Records wait for their place for longer than a minute: see the ledger below.",
                    "lag-unknown",
                    "The database did not answer in a second: look at its load.");

    private Causes() {}

    static String advice(String cause) {
        String known = ADVICE.get(cause);
        if (known != null) {
            return known;
        }
        return cause.endsWith("-lags")
                ? "What it shows is older than a minute: see that view below."
                : LOOP;
    }
}
