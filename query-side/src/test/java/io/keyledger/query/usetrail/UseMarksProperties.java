package io.keyledger.query.usetrail;

import static org.assertj.core.api.Assertions.assertThat;

import io.keyledger.query.history.EntryNumber;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

class UseMarksProperties {

    private static final long BLOCK = (1L << 40) + 3;

    @Property(tries = 300)
    void whatIsWrittenIsRead(@ForAll("blocks") UseBlock block) {
        UseBlock read =
                UseMarks.read(
                        block.workspace(),
                        block.number(),
                        block.keys().toArray(Integer[]::new),
                        block.reasons().toArray(String[]::new),
                        UseMarks.write(block));
        assertThat(read).isEqualTo(block);
    }

    @Property(tries = 300)
    void twoPartsGiveTheWholeInWhateverOrder(@ForAll("blocks") UseBlock block, @ForAll int choice) {
        UseBlock one = UseBlock.empty("acme", BLOCK);
        UseBlock other = UseBlock.empty("acme", BLOCK);
        block.records().forEach((at, uses) -> ((at * choice & 4) == 0 ? one : other).add(at, uses));
        assertThat(one.and(other)).isEqualTo(block).isEqualTo(other.and(one));
    }

    @Example
    void theBytesAreAsTheFormatSays() {
        UseBlock block = UseBlock.empty("acme", 2);
        block.add(2 * 256 + 200, List.of(new UseMark(9, null), new UseMark(null, "unknown-key")));
        block.add(2 * 256 + 3, List.of(new UseMark(-5, "key-expired")));
        assertThat(block.keys()).containsExactly(-5, 9);
        assertThat(block.reasons()).containsExactly("key-expired", "unknown-key");
        assertThat(UseMarks.write(block))
                .containsExactly(3, 1, 1 << 1 | 1, 0, 200 - 256, 1, 2, 2 << 1, 1, 1);
    }

    @Example
    void entriesAreThoseThatAreSuch() {
        UseBlock block = UseBlock.empty("acme", 2);
        block.add(515, List.of(new UseMark(7, null), new UseMark(8, "key-expired")));
        assertThat(block.entries(mark -> mark.reason() != null))
                .containsExactly(EntryNumber.of(515, 1));
        assertThat(UseBlock.numberOfEntry(EntryNumber.of(515, 1))).isEqualTo(2);
        assertThat(block.firstEntry()).isEqualTo(EntryNumber.of(512, 0));
    }

    @Provide
    Arbitrary<UseBlock> blocks() {
        Arbitrary<UseMark> mark =
                Combinators.combine(
                                Arbitraries.integers().injectNull(0.1),
                                Arbitraries.of("unknown-key", "key-expired", "rate-limited")
                                        .injectNull(0.8))
                        .as(UseMark::new);
        return Arbitraries.maps(
                        Arbitraries.longs().between(BLOCK << 8, (BLOCK << 8) + 255),
                        mark.list().ofMinSize(1).ofMaxSize(300))
                .ofMaxSize(12)
                .map(UseMarksProperties::block);
    }

    private static UseBlock block(Map<Long, List<UseMark>> records) {
        NavigableMap<Long, List<UseMark>> sorted = new TreeMap<>(records);
        return new UseBlock("acme", BLOCK, sorted);
    }
}
