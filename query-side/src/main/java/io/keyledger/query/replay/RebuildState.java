package io.keyledger.query.replay;

import java.util.Locale;

/** The states of a rebuild, and of a replay as a whole. */
enum RebuildState {
    RUNNING,
    PAUSED,
    FAILED,
    CANCELLED,
    COMPLETED;

    static RebuildState of(String storedName) {
        return valueOf(storedName.toUpperCase(Locale.ROOT));
    }

    /** As it is stored and answered. */
    String storedName() {
        return name().toLowerCase(Locale.ROOT);
    }
}
