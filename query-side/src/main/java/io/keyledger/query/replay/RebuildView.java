package io.keyledger.query.replay;

import org.jspecify.annotations.Nullable;

import java.time.Instant;

/**
 * The rebuild of one view.
 *
 * @param phase prepare, apply, compare, take-over or done
 * @param comparedAt the position at which the digests were taken
 * @param cause why a step of it failed last
 */
record RebuildView(
        String view,
        String state,
        String phase,
        long position,
        @Nullable Long ratePerSecond,
        @Nullable Long secondsLeft,
        @Nullable Long comparedAt,
        @Nullable String digestBefore,
        @Nullable String digestAfter,
        @Nullable Boolean identical,
        @Nullable String cause,
        Instant startedAt,
        @Nullable Instant finishedAt) {}
