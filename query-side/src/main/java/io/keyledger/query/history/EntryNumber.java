package io.keyledger.query.history;

/**
 * One change or one use in the ledger as a single number that orders like the ledger does: the
 * position, then 20 bits of the index within the record.
 */
public final class EntryNumber {

    public static final int INDEX_BITS = 20;
    private static final int INDEX_MASK = (1 << INDEX_BITS) - 1;

    private EntryNumber() {}

    /**
     * The number of what stands at that index of the record at that position.
     *
     * @throws IllegalArgumentException if the index is beyond 2^20 - 1
     */
    public static long of(long position, int index) {
        if (!isIndex(index)) {
            throw new IllegalArgumentException("a record holds at most 2^20 entries");
        }
        return position << INDEX_BITS | index;
    }

    /** Whether something can stand at that index of a record. */
    public static boolean isIndex(int index) {
        return index >= 0 && index <= INDEX_MASK;
    }

    public static long position(long entry) {
        return entry >> INDEX_BITS;
    }

    public static int index(long entry) {
        return (int) (entry & INDEX_MASK);
    }
}
