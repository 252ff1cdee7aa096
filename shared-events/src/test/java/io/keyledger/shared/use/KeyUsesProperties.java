package io.keyledger.shared.use;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import io.keyledger.shared.event.UnreadableEvent;

import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;

class KeyUsesProperties {

    @Property(tries = 300, edgeCases = EdgeCasesMode.NONE)
    void keyUsesComeBackAsTheyWere(@ForAll("uses") KeyUses uses) {
        assertThat(KeyUsesCodec.read(KeyUses.REVISION, KeyUsesCodec.write(uses))).isEqualTo(uses);
    }

    @Property(tries = 300, edgeCases = EdgeCasesMode.NONE)
    void someOfThemAreThoseThatAllOfThemHave(
            @ForAll("uses") KeyUses uses,
            @ForAll List<@IntRange(max = 12) Integer> indexes,
            @ForAll @IntRange(min = 1, max = 5) int beyond) {
        List<Integer> asked = new ArrayList<>(indexes);
        asked.add(uses.uses().size() + beyond - 1);
        SomeUses some = KeyUsesCodec.some(KeyUses.REVISION, KeyUsesCodec.write(uses), asked);
        assertThat(some.header().decidedAt()).isEqualTo(uses.header().decidedAt());
        assertThat(some.header().snapshot()).isEqualTo(uses.header().snapshot());
        assertThat(some.size()).isEqualTo(uses.uses().size());
        assertThat(some.byIndex().keySet())
                .containsExactlyInAnyOrderElementsOf(
                        asked.stream().filter(index -> index < some.size()).distinct().toList());
        some.byIndex()
                .forEach(
                        (index, use) ->
                                assertThat(spelledOut(use, some.header()))
                                        .isEqualTo(
                                                spelledOut(uses.uses().get(index), uses.header())));
    }

    /** What a use says, with what it points to in the place of where it points. */
    private static List<@Nullable Object> spelledOut(KeyUse use, KeyUsesHeader header) {
        Function<@Nullable Integer, @Nullable Object> entity =
                index -> index == null ? null : header.entities().get(index);
        Function<@Nullable Integer, @Nullable Object> personal =
                index -> index == null ? null : header.personal().get(index);
        AskedRoute route = use.route();
        return Arrays.asList(
                use.keyId(),
                use.entities().stream().map(entity).toList(),
                use.permission(),
                use.method(),
                use.path(),
                use.reason(),
                entity.apply(use.grantedBy()),
                entity.apply(use.refusedBy()),
                use.monitored().stream()
                        .map(each -> List.of(header.entities().get(each.policy()), each.reason()))
                        .toList(),
                route == null ? null : route.asked(),
                route == null ? null : entity.apply(route.api()),
                route == null ? null : route.routeId(),
                use.resource(),
                personal.apply(use.address()),
                personal.apply(use.userAgent()),
                use.network(),
                use.callerKeyId(),
                use.requestId(),
                use.count());
    }

    @Property(tries = 1_500, edgeCases = EdgeCasesMode.NONE)
    void aChangedByteIsUnreadableOrTheOneFormOfOtherUses(
            @ForAll("uses") KeyUses uses, @ForAll int place, @ForAll byte other) {
        byte[] stored = KeyUsesCodec.write(uses);
        stored[Math.floorMod(place, stored.length)] = other;

        readOrUnreadable(stored);
    }

    @Property(tries = 300, edgeCases = EdgeCasesMode.NONE)
    void aMissingEndIsUnreadable(@ForAll("uses") KeyUses uses, @ForAll int place) {
        byte[] stored = KeyUsesCodec.write(uses);
        byte[] cut = Arrays.copyOf(stored, Math.floorMod(place, stored.length));

        try {
            KeyUsesCodec.read(KeyUses.REVISION, cut);
            fail("what was cut was read");
        } catch (UnreadableEvent expected) {
            assertThat(expected).hasNoCause();
        }
    }

    @Property(tries = 300, edgeCases = EdgeCasesMode.NONE)
    void insertedBytesAreUnreadableOrTheOneFormOfOtherUses(
            @ForAll("uses") KeyUses uses,
            @ForAll int place,
            @ForAll @IntRange(min = 1, max = 9) int length,
            @ForAll byte filling) {
        byte[] stored = KeyUsesCodec.write(uses);
        int at = Math.floorMod(place, stored.length + 1);
        byte[] longer = new byte[stored.length + length];
        System.arraycopy(stored, 0, longer, 0, at);
        Arrays.fill(longer, at, at + length, filling);
        System.arraycopy(stored, at, longer, at + length, stored.length - at);

        readOrUnreadable(longer);
    }

    @Property(tries = 300, edgeCases = EdgeCasesMode.NONE)
    void anyBytesAreUnreadableOrKeyUses(@ForAll byte[] bytes) {
        readOrUnreadable(bytes);
    }

    private static void readOrUnreadable(byte[] stored) {
        try {
            KeyUses read = KeyUsesCodec.read(KeyUses.REVISION, stored);
            assertThat(KeyUsesCodec.write(read)).isEqualTo(stored);
        } catch (UnreadableEvent expected) {
            assertThat(expected).hasNoCause();
        }
    }

    @Provide
    Arbitrary<KeyUses> uses() {
        return AnyKeyUses.arbitrary();
    }
}
