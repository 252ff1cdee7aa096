package io.keyledger.query.usetrail;

import io.keyledger.query.history.EntryNumber;

import java.util.List;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * The uses of a workspace at {@value #POSITIONS} positions of the ledger.
 *
 * @param number the positions' own, divided by their number
 * @param records the marks of each record's uses, by position
 */
public record UseBlock(String workspace, long number, NavigableMap<Long, List<UseMark>> records) {

    private static final int POSITION_BITS = 8;
    static final int POSITIONS = 1 << POSITION_BITS;

    /** By how many bits an entry's number is shifted to give its block's. */
    public static final int ENTRY_BITS = POSITION_BITS + EntryNumber.INDEX_BITS;

    static UseBlock empty(String workspace, long number) {
        return new UseBlock(workspace, number, new TreeMap<>());
    }

    /** The block that a position belongs to. */
    static long numberOf(long position) {
        return position >> POSITION_BITS;
    }

    /** The block that an entry belongs to. */
    public static long numberOfEntry(long entry) {
        return entry >> ENTRY_BITS;
    }

    long firstPosition() {
        return firstPosition(number);
    }

    static long firstPosition(long number) {
        return number << POSITION_BITS;
    }

    void add(long position, List<UseMark> uses) {
        records.put(position, List.copyOf(uses));
    }

    /** With what another block of the same place has. */
    UseBlock and(UseBlock other) {
        UseBlock both = new UseBlock(workspace, number, new TreeMap<>(records));
        both.records.putAll(other.records);
        return both;
    }

    /** Hashes of the keys that were used, each once. */
    List<Integer> keys() {
        return List.copyOf(
                new TreeSet<>(marks().map(UseMark::keyHash).filter(Objects::nonNull).toList()));
    }

    /** Why uses were refused, each reason once. */
    List<String> reasons() {
        return List.copyOf(
                new TreeSet<>(marks().map(UseMark::reason).filter(Objects::nonNull).toList()));
    }

    private Stream<UseMark> marks() {
        return records.values().stream().flatMap(List::stream);
    }
}
