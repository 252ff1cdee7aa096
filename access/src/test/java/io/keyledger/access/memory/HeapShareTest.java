package io.keyledger.access.memory;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class HeapShareTest {

    private static final long MIB = 1 << 20;

    @Test
    void aShareOfTheHeapHasRoomForSoMany() {
        assertThat(HeapShare.things(256 * MIB, 1_024, 8, 100_000)).isEqualTo(32_768);
    }

    @Test
    void aLargeHeapHasNoMoreThanTheMost() {
        assertThat(HeapShare.things(Long.MAX_VALUE, 1_024, 8, 100_000)).isEqualTo(100_000);
    }

    @Test
    void aSmallHeapHasRoomForABatch() {
        assertThat(HeapShare.things(MIB, 1_024, 8, 100_000)).isEqualTo(4_096);
    }
}
