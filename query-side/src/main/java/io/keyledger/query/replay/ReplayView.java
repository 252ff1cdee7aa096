package io.keyledger.query.replay;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * A replay as operators see it. Of several views, its figures are the slowest's, and its digests
 * are over those of the views in the order of their names.
 *
 * @param view a view's name, or {@code all}
 * @param state running, paused, failed, cancelled or completed
 * @param position how far it has come
 * @param head the end of the ledger
 * @param ratePerSecond entries a second, while it applied any
 * @param digestBefore hex SHA-256 of the live view, at the position of the comparison
 * @param digestAfter hex SHA-256 of the rebuilt one, there
 * @param identical whether they are the same, once they are known
 */
record ReplayView(
        UUID id,
        String view,
        String state,
        long position,
        long head,
        @Nullable Long ratePerSecond,
        @Nullable Long secondsLeft,
        @Nullable String digestBefore,
        @Nullable String digestAfter,
        @Nullable Boolean identical,
        Instant startedAt,
        @Nullable Instant finishedAt,
        List<RebuildView> views) {

    ReplayView {
        views = List.copyOf(views);
    }
}
