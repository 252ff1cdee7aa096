package io.keyledger.command.rule;

import org.jspecify.annotations.Nullable;

/** Edits can name the version they were based on. */
public final class Versions {

    private Versions() {}

    /** Refuses an edit of something that has changed since. */
    public static void mustBe(@Nullable Long expected, long version) {
        if (expected != null && expected != version) {
            throw new Rejected(
                    RejectionCode.STALE_VERSION,
                    "the edit is based on version " + expected + ", it is at version " + version,
                    "If-Match");
        }
    }
}
