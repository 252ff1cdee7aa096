package io.keyledger.query.keyuse;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.Comparator;

/** A use as the latest one is remembered. Address and user agent refer to personal values. */
public record LastUse(
        Instant at,
        long entry,
        @Nullable String reason,
        @Nullable String permission,
        @Nullable String method,
        @Nullable String path,
        @Nullable Long address,
        @Nullable Long userAgent) {

    private static final Comparator<LastUse> ORDER =
            Comparator.comparing(LastUse::at).thenComparingLong(LastUse::entry);

    static @Nullable LastUse later(@Nullable LastUse one, @Nullable LastUse other) {
        if (one == null || other == null) {
            return one == null ? other : one;
        }
        return ORDER.compare(one, other) >= 0 ? one : other;
    }
}
