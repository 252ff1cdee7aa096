package io.keyledger.access.batch;

import io.keyledger.access.check.Asked;
import io.keyledger.access.check.BehalfCheck;
import io.keyledger.access.check.CheckRequest;
import io.keyledger.access.check.DirectCheck;
import io.keyledger.access.key.PresentedKey;
import io.keyledger.access.source.Source;

import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import java.util.function.BiConsumer;

/** The keys that requests show: one, or the caller's and the one asked about. */
final class ShownKeys {

    private ShownKeys() {}

    /** Each key, and where it was shown. */
    static void each(Collection<CheckRequest> requests, BiConsumer<PresentedKey, Source> shown) {
        for (CheckRequest request : requests) {
            switch (request) {
                case DirectCheck direct -> shown.accept(direct.key(), direct.source());
                case BehalfCheck behalf -> {
                    shown.accept(behalf.caller(), behalf.callerSource());
                    shown.accept(behalf.target(), behalf.source());
                }
            }
        }
    }

    /** The ids of those that are asked about by method and path. */
    static Set<String> routed(Collection<CheckRequest> requests) {
        Set<String> ids = new HashSet<>();
        for (CheckRequest request : requests) {
            switch (request) {
                case DirectCheck direct when isRouted(direct.asked()) -> add(direct.key(), ids);
                case BehalfCheck behalf when isRouted(behalf.asked()) -> add(behalf.target(), ids);
                case DirectCheck _, BehalfCheck _ -> {
                    // needs no routes
                }
            }
        }
        return ids;
    }

    private static boolean isRouted(Asked asked) {
        return switch (asked) {
            case Asked.ForPermission _, Asked.Introspection _ -> false;
            case Asked.ForRequest _ -> true;
        };
    }

    private static void add(PresentedKey key, Set<String> ids) {
        if (key instanceof PresentedKey.WellFormed(var text)) {
            ids.add(text.keyId());
        }
    }
}
