package io.keyledger.access.memory;

/**
 * How many things a node remembers at most, by the size of its heap, so that a node that is used by
 * more keys than it has room for reads some of them again instead of running out of memory.
 */
public final class HeapShare {

    /**
     * A batch of 1,024 checks needs at once the caller's and the target's of each, and more values.
     */
    private static final int LEAST = 4_096;

    private HeapShare() {}

    /**
     * What fits into a share of the heap.
     *
     * @param bytesEach of the heap for one of them, with all that only it holds
     * @param part the share is one in so many of the heap
     * @param most no more than so many, however large the heap
     */
    public static int things(int bytesEach, int part, int most) {
        return things(Runtime.getRuntime().maxMemory(), bytesEach, part, most);
    }

    static int things(long heapBytes, int bytesEach, int part, int most) {
        return (int) Math.clamp(heapBytes / part / bytesEach, LEAST, most);
    }
}
