package io.keyledger.query.routeuse;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.Comparator;
import java.util.UUID;

/**
 * A request that was let through by a route.
 *
 * @param address refers to a personal value
 */
record RouteUse(
        UUID route, UUID api, String workspace, Instant at, long entry, @Nullable Long address) {

    private static final Comparator<RouteUse> ORDER =
            Comparator.comparing(RouteUse::at).thenComparingLong(RouteUse::entry);

    RouteUse orLater(RouteUse other) {
        return ORDER.compare(this, other) >= 0 ? this : other;
    }
}
