package io.keyledger.query.routeuse;

import org.jspecify.annotations.Nullable;

import java.util.Map;
import java.util.UUID;

/**
 * When routes or APIs were last used, by their ids.
 *
 * @param counted whether all uses are; until they are, nothing is said of any
 */
public record LastUses(boolean counted, Map<UUID, LastUseOfRoute> byId) {

    /** Of the past, of which it is not known, and while uses are still being counted. */
    public static final LastUses UNKNOWN = new LastUses(false, Map.of());

    public LastUses {
        byId = Map.copyOf(byId);
    }

    public @Nullable LastUseOfRoute last(UUID id) {
        return byId.get(id);
    }

    /** True if there was none; null if there was, or if that is not known. */
    public @Nullable Boolean never(UUID id) {
        return counted && !byId.containsKey(id) ? Boolean.TRUE : null;
    }
}
