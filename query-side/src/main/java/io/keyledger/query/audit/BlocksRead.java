package io.keyledger.query.audit;

import io.keyledger.query.usetrail.StoredMarks;
import io.keyledger.query.usetrail.WantedMarks;

import java.util.Comparator;
import java.util.List;
import java.util.PrimitiveIterator;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.LongStream;

/**
 * Blocks that were read at once: the rows of so many blocks, or of all that there are.
 *
 * @param asked how many blocks were asked for
 */
record BlocksRead(List<StoredMarks> rows, int asked) {

    private static final int MOST_BLOCKS = 256;
    private static final int GROWTH = 4;

    /** Blocks of many uses are read a few at a time. */
    private static final long MOST_BYTES = 2L << 20;

    boolean isLast() {
        return rows.stream().mapToLong(StoredMarks::number).distinct().count() < asked;
    }

    long firstEntry() {
        return rows.stream().mapToLong(StoredMarks::firstEntry).min().orElseThrow();
    }

    long bytes() {
        return rows.stream().mapToLong(StoredMarks::bytes).sum();
    }

    /** How many blocks to read next. */
    int next() {
        long room = MOST_BYTES * asked / Math.max(1, bytes());
        return (int) Math.clamp(room, 1, Math.min(MOST_BLOCKS, asked * GROWTH));
    }

    /**
     * The entries before that one that pass, the newest first, no more than so many of a row. A
     * block is searched when it is its turn.
     */
    PrimitiveIterator.OfLong entries(WantedMarks wanted, long before, int most) {
        return rows.stream()
                .collect(
                        Collectors.groupingBy(
                                StoredMarks::number,
                                () -> new TreeMap<>(Comparator.<Long>reverseOrder()),
                                Collectors.toList()))
                .values()
                .stream()
                .flatMapToLong(block -> newestFirst(block, wanted, before, most))
                .iterator();
    }

    private static LongStream newestFirst(
            List<StoredMarks> block, WantedMarks wanted, long before, int most) {
        long[] sorted =
                block.stream()
                        .flatMapToLong(row -> LongStream.of(row.last(wanted, before, most)))
                        .sorted()
                        .toArray();
        return LongStream.range(0, Math.min(sorted.length, most))
                .map(i -> sorted[(int) (sorted.length - 1 - i)]);
    }
}
