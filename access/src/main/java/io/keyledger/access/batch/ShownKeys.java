package io.keyledger.access.batch;

import io.keyledger.access.check.Asked;
import io.keyledger.access.check.BehalfCheck;
import io.keyledger.access.check.CheckRequest;
import io.keyledger.access.check.DirectCheck;
import io.keyledger.access.key.PresentedKey;
import io.keyledger.access.source.Source;

import java.util.Collection;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The keys that requests show: one, or the caller's and the one asked about. */
final class ShownKeys {

    /** A key, and where it was shown. */
    record Shown(PresentedKey key, Source source) {}

    private ShownKeys() {}

    static Stream<Shown> of(CheckRequest request) {
        return switch (request) {
            case DirectCheck direct -> Stream.of(new Shown(direct.key(), direct.source()));
            case BehalfCheck behalf ->
                    Stream.of(
                            new Shown(behalf.caller(), behalf.callerSource()),
                            new Shown(behalf.target(), behalf.source()));
        };
    }

    static Set<String> ids(Collection<CheckRequest> requests) {
        return requests.stream()
                .flatMap(ShownKeys::of)
                .flatMap(shown -> id(shown.key()))
                .collect(Collectors.toSet());
    }

    /** Those that are asked about by method and path. */
    static Set<String> routed(Collection<CheckRequest> requests) {
        return requests.stream()
                .flatMap(
                        request ->
                                switch (request) {
                                    case DirectCheck direct when isRouted(direct.asked()) ->
                                            id(direct.key());
                                    case BehalfCheck behalf when isRouted(behalf.asked()) ->
                                            id(behalf.target());
                                    case DirectCheck _, BehalfCheck _ -> Stream.<String>empty();
                                })
                .collect(Collectors.toSet());
    }

    private static boolean isRouted(Asked asked) {
        return switch (asked) {
            case Asked.ForPermission _, Asked.Introspection _ -> false;
            case Asked.ForRequest _ -> true;
        };
    }

    private static Stream<String> id(PresentedKey key) {
        return switch (key) {
            case PresentedKey.WellFormed(var text) -> Stream.of(text.keyId());
            case PresentedKey.Malformed _ -> Stream.empty();
        };
    }
}
