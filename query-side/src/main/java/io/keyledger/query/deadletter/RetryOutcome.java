package io.keyledger.query.deadletter;

import org.jspecify.annotations.Nullable;

/**
 * What became of a stream's parked entries.
 *
 * @param applied how many of them the view has now
 * @param failedAt the position of the one that failed again, or null when none is parked any more
 * @param cause why it failed again
 */
record RetryOutcome(String stream, long applied, @Nullable Long failedAt, @Nullable String cause) {

    boolean done() {
        return failedAt == null;
    }
}
