package io.keyledger.query.bundle;

import java.util.SortedMap;

/**
 * What is known of keys that share a row.
 *
 * @param place whose keys they are
 * @param number its own among the bundles of the place
 */
public record Bundle<P, V>(P place, int number, SortedMap<String, V> byKey) {}
