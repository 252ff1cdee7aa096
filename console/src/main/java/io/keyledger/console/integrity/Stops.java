package io.keyledger.console.integrity;

import java.util.Map;
import java.util.Set;

/** What the codes mean for which nothing is signed. */
final class Stops {

    private static final Map<String, String> MEANINGS =
            Map.of(
                    "shorter-than-signed",
                            "the ledger has fewer entries than were signed: the database was set"
                                    + " back",
                    "differs-from-signed",
                            "entries are others than those that were signed: the database was set"
                                    + " back and went on, or somebody changed it",
                    "origin-behind",
                            "the database does not know the origin that was signed last: it was"
                                    + " set back",
                    "kept-of-another-log", "what is kept outside the database is of another store",
                    "kept-unreadable", "what is kept outside the database cannot be read",
                    "cannot-be-kept",
                            "what would be signed cannot be written outside the database; it goes"
                                    + " on by itself once it can",
                    "log-damaged",
                            "rows of the log, or of the ledger, are missing or were changed");

    /** Those that go on by themselves once their cause has gone, or by no origin at all. */
    private static final Set<String> OTHERWISE = Set.of("cannot-be-kept", "log-damaged");

    private Stops() {}

    /** Whether an operator can have the log be signed again under another origin. */
    static boolean endsWithNewOrigin(String code) {
        return MEANINGS.containsKey(code) && !OTHERWISE.contains(code);
    }

    static String meaning(String code) {
        return MEANINGS.getOrDefault(code, code);
    }
}
