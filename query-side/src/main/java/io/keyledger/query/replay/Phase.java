package io.keyledger.query.replay;

import java.util.Locale;

/** What a rebuild does next. */
enum Phase {
    /** Empty tables beside the live ones. */
    PREPARE,
    /** The ledger from its beginning, up to where the live view is. */
    APPLY,
    /** Digests of both copies at one position. */
    COMPARE,
    /** What came since, and the change of places. */
    TAKE_OVER,
    DONE;

    static Phase of(String storedName) {
        return valueOf(storedName.toUpperCase(Locale.ROOT).replace('-', '_'));
    }

    String storedName() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
