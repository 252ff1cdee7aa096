package io.keyledger.query.keyuse;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.function.BinaryOperator;

/** What is known of one key's use. */
public record Usage(
        long allowed,
        long refused,
        @Nullable Instant firstUsedAt,
        @Nullable Instant lastAllowedAt,
        @Nullable LastUse last) {

    /** Of a key that was never shown. */
    public static final Usage NONE = new Usage(0, 0, null, null, null);

    Usage merge(Usage other) {
        return new Usage(
                allowed + other.allowed,
                refused + other.refused,
                either(firstUsedAt, other.firstUsedAt, (a, b) -> a.isBefore(b) ? a : b),
                either(lastAllowedAt, other.lastAllowedAt, (a, b) -> a.isAfter(b) ? a : b),
                LastUse.later(last, other.last));
    }

    private static @Nullable Instant either(
            @Nullable Instant one, @Nullable Instant other, BinaryOperator<Instant> choice) {
        if (one == null || other == null) {
            return one == null ? other : one;
        }
        return choice.apply(one, other);
    }
}
