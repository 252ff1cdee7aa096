package io.keyledger.shared.use;

import io.keyledger.shared.policy.Resource;
import io.keyledger.shared.record.PersonalRef;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.List;
import java.util.UUID;

/** Any key uses that can be written, with lengths and numbers around each size of a CBOR head. */
final class AnyKeyUses {

    private AnyKeyUses() {}

    static Arbitrary<KeyUses> arbitrary() {
        return header().flatMap(
                        header ->
                                use(header)
                                        .list()
                                        .ofMaxSize(4)
                                        .map(uses -> new KeyUses(header, uses)));
    }

    private static Arbitrary<KeyUsesHeader> header() {
        return Combinators.combine(
                        number().map(micros -> Instant.EPOCH.plus(micros, ChronoUnit.MICROS)),
                        text(),
                        entity().list().ofMaxSize(26),
                        personal().list().ofMaxSize(3))
                .as(KeyUsesHeader::new);
    }

    private static Arbitrary<EntityVersion> entity() {
        return Combinators.combine(
                        Arbitraries.of(EntityKind.class),
                        Arbitraries.create(UUID::randomUUID),
                        number())
                .as(EntityVersion::new);
    }

    private static Arbitrary<PersonalRef> personal() {
        Arbitrary<String> commitment =
                Arbitraries.bytes()
                        .array(byte[].class)
                        .ofSize(32)
                        .map(Base64.getUrlEncoder().withoutPadding()::encodeToString);
        return Combinators.combine(number(), commitment).as(PersonalRef::new);
    }

    private static Arbitrary<KeyUse> use(KeyUsesHeader header) {
        return Combinators.combine(
                        texts(),
                        indexIn(header.entities()).list().ofMaxSize(5),
                        indexIn(header.entities()).injectNull(0.3).list().ofSize(2),
                        indexIn(header.personal()).injectNull(0.3).list().ofSize(2),
                        monitored(header).list().ofMaxSize(3),
                        route(header).injectNull(0.5),
                        resource().injectNull(0.5),
                        Arbitraries.longs().between(1, Long.MAX_VALUE))
                .as(AnyKeyUses::use);
    }

    private static KeyUse use(
            List<String> texts,
            List<Integer> entities,
            List<Integer> deciding,
            List<Integer> personal,
            List<MonitoredRefusal> monitored,
            @Nullable AskedRoute route,
            @Nullable Resource resource,
            long count) {
        return new KeyUse(
                texts.get(0),
                entities.stream().filter(index -> index != null).toList(),
                texts.get(1),
                texts.get(2),
                texts.get(3),
                texts.get(4),
                deciding.get(0),
                deciding.get(1),
                monitored.stream().filter(each -> each != null).toList(),
                route,
                resource,
                personal.get(0),
                personal.get(1),
                texts.get(5),
                texts.get(6),
                texts.get(7),
                count);
    }

    private static Arbitrary<MonitoredRefusal> monitored(KeyUsesHeader header) {
        return header.entities().isEmpty()
                ? Arbitraries.just(null)
                : Combinators.combine(indexIn(header.entities()), text()).as(MonitoredRefusal::new);
    }

    private static Arbitrary<AskedRoute> route(KeyUsesHeader header) {
        return Combinators.combine(
                        text().injectNull(0.3),
                        indexIn(header.entities()).injectNull(0.3),
                        Arbitraries.create(UUID::randomUUID).injectNull(0.3))
                .as(AskedRoute::new);
    }

    private static Arbitrary<Resource> resource() {
        return Combinators.combine(
                        text().injectNull(0.3),
                        text().injectNull(0.3),
                        Arbitraries.maps(text(), text()).ofMaxSize(3))
                .as(Resource::new);
    }

    private static Arbitrary<Integer> indexIn(List<?> list) {
        return list.isEmpty()
                ? Arbitraries.just(null)
                : Arbitraries.integers().between(0, list.size() - 1);
    }

    private static Arbitrary<List<String>> texts() {
        return text().injectNull(0.3).list().ofSize(8);
    }

    private static Arbitrary<String> text() {
        return Arbitraries.frequencyOf(
                Tuple.of(40, Arbitraries.strings().withChars("aß漢/").ofMaxLength(30)),
                Tuple.of(2, Arbitraries.of(255, 256).map("x"::repeat)),
                Tuple.of(1, Arbitraries.just("x".repeat(65_536))));
    }

    private static Arbitrary<Long> number() {
        return Arbitraries.oneOf(
                Arbitraries.longs().between(0, Long.MAX_VALUE),
                Arbitraries.of(0L, 23L, 24L, 255L, 256L, 65_535L, 65_536L, 4_294_967_295L),
                Arbitraries.of(4_294_967_296L, Long.MAX_VALUE));
    }
}
