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

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.LongStream;

class UseMarksProperties {

    private static final long BLOCK = (1L << 40) + 3;
    private static final Instant AT = Instant.parse("2026-01-01T10:00:00.000001Z");
    private static final UUID OFFICE = new UUID(-1, 1);
    private static final UUID NIGHTS = new UUID(7, 2);

    @Property(tries = 300)
    void whatIsWrittenIsRead(@ForAll("blocks") UseBlock block) {
        UseTerms terms = block.terms();
        assertThat(
                        UseMarks.read(
                                block.workspace(),
                                block.number(),
                                terms,
                                UseMarks.write(block, terms)))
                .isEqualTo(block);
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
        Outcome expired = new Outcome("key-expired", List.of());
        Outcome watched = new Outcome(null, List.of(NIGHTS, OFFICE, NIGHTS));
        block.add(
                2 * 256 + 200,
                new RecordMarks(
                        AT.plus(300, ChronoUnit.MICROS),
                        List.of(
                                new UseMark(9, Outcome.ALLOWED, 71L),
                                new UseMark(9, watched, 71L),
                                new UseMark(null, new Outcome("unknown-key", List.of()), null))));
        block.add(2 * 256 + 3, new RecordMarks(AT, List.of(new UseMark(-5, expired, 70L))));
        UseTerms terms = block.terms();
        assertThat(terms)
                .isEqualTo(
                        new UseTerms(
                                List.of(-5, 9),
                                List.of("key-expired", "unknown-key"),
                                List.of(OFFICE, NIGHTS),
                                List.of(70L, 71L),
                                AT,
                                AT.plus(300, ChronoUnit.MICROS)));
        byte[] outcomes = {3, 0, 2, 0, 1, 1, 0, 2, 0};
        byte[] first = {3, 0, 1, 1 << 2 | 2 | 1, 1, 1};
        byte[] second = {
            200 - 256,
            1,
            300 - 256 & 127 | -128,
            300 >> 7,
            3,
            2 << 2 | 2,
            2,
            2 << 2 | 1,
            0,
            2 | 1,
            2,
            0
        };
        assertThat(UseMarks.write(block, terms))
                .startsWith(outcomes)
                .endsWith(second)
                .containsSequence(first)
                .hasSize(outcomes.length + first.length + second.length);
    }

    @Property(tries = 300)
    void theLastOfThoseThatAreWantedAreFoundWithoutReadingMarks(
            @ForAll("blocks") UseBlock block,
            @ForAll("wanted") WantedMarks wanted,
            @ForAll @IntRange(min = 1, max = 500) int most,
            @ForAll @IntRange(max = 260) int beforePosition,
            @ForAll @IntRange(max = 300) int beforeIndex) {
        UseTerms terms = block.terms();
        StoredMarks stored = new StoredMarks(block.number(), terms, UseMarks.write(block, terms));
        long before = EntryNumber.of((BLOCK << 8) + beforePosition, beforeIndex);
        List<Long> all = new ArrayList<>();
        block.records()
                .forEach(
                        (position, record) -> {
                            for (int i = 0; i < record.uses().size(); i++) {
                                long entry = EntryNumber.of(position, i);
                                if (entry < before
                                        && isWithin(record.decidedAt(), wanted)
                                        && passes(record.uses().get(i), wanted)) {
                                    all.add(entry);
                                }
                            }
                        });
        List<Long> last = all.subList(Math.max(0, all.size() - most), all.size());
        assertThat(LongStream.of(stored.last(wanted, before, most)).boxed().toList())
                .isEqualTo(last);
    }

    private static boolean isWithin(Instant at, WantedMarks wanted) {
        return (wanted.from() == null || at.compareTo(wanted.from()) >= 0)
                && (wanted.to() == null || at.compareTo(wanted.to()) < 0);
    }

    private static boolean passes(UseMark mark, WantedMarks wanted) {
        String reason = mark.outcome().reason();
        return (wanted.hashes() == null
                        || mark.keyHash() != null && wanted.hashes().contains(mark.keyHash()))
                && (wanted.addresses() == null
                        || mark.address() != null && wanted.addresses().contains(mark.address()))
                && (wanted.reason() == null || wanted.reason().equals(reason))
                && (wanted.refused() == null || wanted.refused().equals(reason != null))
                && (wanted.policy() == null || mark.outcome().policies().contains(wanted.policy()));
    }

    @Example
    void aBlockKnowsWhereItBegins() {
        UseBlock block = UseBlock.empty("acme", 2);
        block.add(515, new RecordMarks(AT, List.of(new UseMark(null, Outcome.ALLOWED, null))));
        UseTerms terms = block.terms();
        StoredMarks stored = new StoredMarks(2, terms, UseMarks.write(block, terms));
        assertThat(UseBlock.numberOfEntry(EntryNumber.of(515, 1))).isEqualTo(2);
        assertThat(stored.firstEntry()).isEqualTo(EntryNumber.of(512, 0));
        assertThat(stored.bytes()).isEqualTo(5);
    }

    @Provide
    Arbitrary<WantedMarks> wanted() {
        return Combinators.combine(
                        Arbitraries.integers().between(0, 40).set().ofMaxSize(20).injectNull(0.5),
                        Arbitraries.longs().between(1, 9).set().ofMaxSize(5).injectNull(0.6),
                        Arbitraries.of("unknown-key", "key-expired", "no-reason").injectNull(0.6),
                        Arbitraries.of(true, false).injectNull(0.5),
                        Arbitraries.of(OFFICE, NIGHTS, new UUID(0, 3)).injectNull(0.7),
                        times().injectNull(0.6),
                        times().injectNull(0.6))
                .as(WantedMarks::new);
    }

    @Provide
    Arbitrary<UseBlock> blocks() {
        Arbitrary<Outcome> outcome =
                Combinators.combine(
                                Arbitraries.of("unknown-key", "key-expired", "rate-limited")
                                        .injectNull(0.7),
                                Arbitraries.frequencyOf(
                                        Tuple.of(3, Arbitraries.just(List.<UUID>of())),
                                        Tuple.of(
                                                1,
                                                Arbitraries.of(OFFICE, NIGHTS)
                                                        .list()
                                                        .ofMaxSize(3))))
                        .as(Outcome::new);
        Arbitrary<UseMark> mark =
                Combinators.combine(
                                Arbitraries.frequencyOf(
                                                Tuple.of(3, Arbitraries.integers().between(0, 40)),
                                                Tuple.of(1, Arbitraries.integers()))
                                        .injectNull(0.1),
                                outcome,
                                Arbitraries.longs().between(1, 9).injectNull(0.2))
                        .as(UseMark::new);
        Arbitrary<RecordMarks> record =
                Combinators.combine(times(), mark.list().ofMinSize(1).ofMaxSize(300))
                        .as(RecordMarks::new);
        return Arbitraries.maps(Arbitraries.longs().between(BLOCK << 8, (BLOCK << 8) + 255), record)
                .ofMinSize(1)
                .ofMaxSize(12)
                .map(records -> new UseBlock("acme", BLOCK, new TreeMap<>(records)));
    }

    private static Arbitrary<Instant> times() {
        return Arbitraries.longs()
                .between(0, 50)
                .map(tenths -> AT.plus(tenths * 100_000, ChronoUnit.MICROS));
    }
}
