package io.keyledger.console.moment;

import org.jspecify.annotations.Nullable;

import java.time.Instant;

/**
 * The time that there is to look at, to be turned through: seconds of the epoch.
 *
 * @param begin when the workspace was there
 * @param end now
 * @param at what is looked at
 * @param step of an arrow key
 */
public record Dial(long begin, long end, long at, long step) {

    private static final long STEPS = 500;

    /** Null where there is nothing to turn through. */
    static @Nullable Dial of(@Nullable Instant created, @Nullable Instant at, Instant now) {
        if (created == null) {
            return null;
        }
        long begin = created.getEpochSecond() + 1;
        long end = now.getEpochSecond();
        return end <= begin
                ? null
                : new Dial(
                        begin,
                        end,
                        at == null ? end : Math.clamp(at.getEpochSecond(), begin, end),
                        Math.max(1, (end - begin) / STEPS));
    }
}
