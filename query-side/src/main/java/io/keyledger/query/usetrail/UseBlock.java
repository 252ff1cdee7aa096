package io.keyledger.query.usetrail;

import io.keyledger.query.history.EntryNumber;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * The uses of a workspace at {@value #POSITIONS} positions of the ledger.
 *
 * @param number the positions' own, divided by their number
 * @param records the marks of each record's uses, by position
 */
public record UseBlock(String workspace, long number, NavigableMap<Long, RecordMarks> records) {

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

    void add(long position, RecordMarks record) {
        records.put(position, record);
    }

    /** With what another block of the same place has. */
    UseBlock and(UseBlock other) {
        UseBlock both = new UseBlock(workspace, number, new TreeMap<>(records));
        both.records.putAll(other.records);
        return both;
    }

    /** Of a block with a record at least. */
    UseTerms terms() {
        return new UseTerms(
                each(UseMark::keyHash),
                each(mark -> mark.outcome().reason()),
                outcomes().stream()
                        .flatMap(outcome -> outcome.policies().stream())
                        .distinct()
                        .sorted()
                        .toList(),
                each(UseMark::address),
                Collections.min(times()),
                Collections.max(times()));
    }

    /** How uses ended that were not just allowed, each once and in order. */
    List<Outcome> outcomes() {
        return each(mark -> mark.outcome().equals(Outcome.ALLOWED) ? null : mark.outcome());
    }

    private List<Instant> times() {
        return records.values().stream().map(RecordMarks::decidedAt).toList();
    }

    private <T extends Comparable<T>> List<T> each(Function<UseMark, @Nullable T> part) {
        Set<T> parts = new HashSet<>();
        for (RecordMarks record : records.values()) {
            for (UseMark mark : record.uses()) {
                T value = part.apply(mark);
                if (value != null) {
                    parts.add(value);
                }
            }
        }
        return parts.stream().sorted().toList();
    }
}
