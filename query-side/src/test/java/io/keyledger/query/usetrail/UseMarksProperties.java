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
import net.jqwik.api.Tuple;
import net.jqwik.api.constraints.IntRange;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.stream.LongStream;

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

    @Property(tries = 300)
    void theLastOfThoseThatAreWantedAreFoundWithoutReadingMarks(
            @ForAll("blocks") UseBlock block,
            @ForAll("wanted") WantedMarks wanted,
            @ForAll @IntRange(min = 1, max = 500) int most,
            @ForAll @IntRange(max = 260) int beforePosition,
            @ForAll @IntRange(max = 300) int beforeIndex) {
        StoredMarks stored =
                new StoredMarks(
                        block.number(),
                        block.keys().toArray(Integer[]::new),
                        block.reasons().toArray(String[]::new),
                        UseMarks.write(block));
        long before = EntryNumber.of((BLOCK << 8) + beforePosition, beforeIndex);
        List<Long> all = new ArrayList<>();
        block.records()
                .forEach(
                        (position, uses) -> {
                            for (int i = 0; i < uses.size(); i++) {
                                long entry = EntryNumber.of(position, i);
                                if (passes(uses.get(i), wanted) && entry < before) {
                                    all.add(entry);
                                }
                            }
                        });
        List<Long> last = all.subList(Math.max(0, all.size() - most), all.size());
        assertThat(LongStream.of(stored.last(wanted, before, most)).boxed().toList())
                .isEqualTo(last);
    }

    private static boolean passes(UseMark mark, WantedMarks wanted) {
        return (wanted.hashes() == null
                        || mark.keyHash() != null && wanted.hashes().contains(mark.keyHash()))
                && (wanted.reason() == null || wanted.reason().equals(mark.reason()))
                && (wanted.refused() == null || wanted.refused().equals(mark.reason() != null));
    }

    @Example
    void aBlockKnowsWhereItBegins() {
        StoredMarks block = new StoredMarks(2, new Integer[0], new String[0], new byte[3]);
        assertThat(UseBlock.numberOfEntry(EntryNumber.of(515, 1))).isEqualTo(2);
        assertThat(block.firstEntry()).isEqualTo(EntryNumber.of(512, 0));
        assertThat(block.bytes()).isEqualTo(3);
    }

    @Provide
    Arbitrary<WantedMarks> wanted() {
        return Combinators.combine(
                        Arbitraries.integers().between(0, 40).set().ofMaxSize(20).injectNull(0.5),
                        Arbitraries.of("unknown-key", "key-expired", "no-reason").injectNull(0.6),
                        Arbitraries.of(true, false).injectNull(0.5))
                .as(WantedMarks::new);
    }

    @Provide
    Arbitrary<UseBlock> blocks() {
        Arbitrary<UseMark> mark =
                Combinators.combine(
                                Arbitraries.frequencyOf(
                                                Tuple.of(3, Arbitraries.integers().between(0, 40)),
                                                Tuple.of(1, Arbitraries.integers()))
                                        .injectNull(0.1),
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
