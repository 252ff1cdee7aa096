package io.keyledger.access.batch;

import io.keyledger.access.check.Asked;
import io.keyledger.access.check.BehalfCheck;
import io.keyledger.access.check.CheckRequest;
import io.keyledger.access.check.DirectCheck;
import io.keyledger.access.key.PersonToken.Identity;
import io.keyledger.access.key.PresentedKey;
import io.keyledger.access.source.Source;

import org.jspecify.annotations.Nullable;

import java.util.Collection;
import java.util.HashSet;
import java.util.Set;

/** The keys that requests show: one, or the caller's and the one asked about. */
final class ShownKeys {

    private ShownKeys() {}

    /** Takes a key, where it was shown, and the workspace it was asked about, if one was named. */
    interface Shown {

        void accept(PresentedKey key, Source source, @Nullable String workspace);
    }

    /** Each key of all requests. */
    static void each(Collection<CheckRequest> requests, Shown shown) {
        for (CheckRequest request : requests) {
            switch (request) {
                case DirectCheck(var key, Asked.ForPermission asked, var source) ->
                        shown.accept(key, source, asked.workspace());
                case DirectCheck(var key, _, var source) -> shown.accept(key, source, null);
                case BehalfCheck behalf -> {
                    shown.accept(behalf.caller(), behalf.callerSource(), null);
                    shown.accept(behalf.target(), behalf.source(), null);
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

    /** The people whose tokens are shown; none costs nothing. */
    static Set<Identity> people(Collection<CheckRequest> requests) {
        Set<Identity> people = Set.of();
        for (CheckRequest request : requests) {
            if (caller(request) instanceof PresentedKey.Token(var token)) {
                people = people.isEmpty() ? new HashSet<>() : people;
                people.add(token.identity());
            }
        }
        return people;
    }

    /** What was shown with the request itself. */
    static PresentedKey caller(CheckRequest request) {
        return switch (request) {
            case DirectCheck direct -> direct.key();
            case BehalfCheck behalf -> behalf.caller();
        };
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
