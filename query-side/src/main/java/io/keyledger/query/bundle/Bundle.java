package io.keyledger.query.bundle;

import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What is known of keys that share a row.
 *
 * @param place whose keys they are
 * @param number its own among the bundles of the place
 */
public record Bundle<P, V>(P place, int number, SortedMap<String, V> byKey) {

    static <P, V> Bundle<P, V> emptyIn(Slot<P> slot) {
        return new Bundle<>(slot.place(), slot.bundle(), new TreeMap<>());
    }
}
