package io.keyledger.command.rule;

import org.jspecify.annotations.Nullable;

/** Edits can name the versions they may be based on. */
public final class Versions {

    private Versions() {}

    /** Refuses an edit of something that has changed since. */
    public static void mustBe(@Nullable ExpectedVersions expected, long version) {
        if (expected != null && !expected.versions().contains(version)) {
            throw new Rejected(
                    RejectionCode.STALE_VERSION,
                    "the edit is based on another version; it is at version " + version,
                    "If-Match");
        }
    }
}
