package io.keyledger.shared.use;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.keyledger.shared.event.UnreadableEvent;
import io.keyledger.shared.policy.Resource;
import io.keyledger.shared.record.PersonalRef;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;

class KeyUsesCodecTest {

    private static final HexFormat HEX = HexFormat.of();
    private static final String KEY = "0123456789ABCDEFGHIJKL";

    /** What revision 1 could say. */
    private static final KeyUses FIRST =
            new KeyUses(
                    new KeyUsesHeader(
                            Instant.parse("2026-11-23T08:15:30.123456Z"),
                            "738:741:739",
                            List.of(
                                    entity(EntityKind.SERVICE_USER, "1", 12),
                                    entity(EntityKind.USER_GROUP, "2", 3),
                                    entity(EntityKind.ROLE, "3", 300)),
                            List.of(
                                    new PersonalRef(
                                            41, "dpLDrTVAu4A8Ags67mbNiIcSMjTqDG5xQ8Ct1z_0Me0"),
                                    new PersonalRef(
                                            70_000,
                                            "P8TM_nRYcOLA2Z9x8w_wZWyN7dQcwdfT03aw2-aF4vM"))),
                    List.of(
                            new KeyUse(
                                    KEY,
                                    List.of(0, 1, 2),
                                    "catalog.assets:view",
                                    "GET",
                                    "/v1/assets/ä",
                                    null,
                                    2,
                                    null,
                                    List.of(),
                                    null,
                                    null,
                                    0,
                                    1,
                                    null,
                                    "MNOPQRSTUVWXYZabcdefgh",
                                    "req-7",
                                    1),
                            new KeyUse(
                                    KEY,
                                    List.of(0, 1, 2),
                                    "catalog.assets:manage",
                                    null,
                                    null,
                                    "permission-not-granted",
                                    null,
                                    null,
                                    List.of(),
                                    null,
                                    null,
                                    0,
                                    null,
                                    null,
                                    null,
                                    null,
                                    1),
                            new KeyUse(
                                    null,
                                    List.of(),
                                    null,
                                    null,
                                    null,
                                    "unknown-key",
                                    null,
                                    null,
                                    List.of(),
                                    null,
                                    null,
                                    null,
                                    null,
                                    "203.0.113.0/32",
                                    null,
                                    null,
                                    70_000)));

    private static final KeyUses USES =
            new KeyUses(
                    new KeyUsesHeader(
                            FIRST.header().decidedAt(),
                            FIRST.header().snapshot(),
                            List.of(
                                    entity(EntityKind.SERVICE_USER, "1", 12),
                                    entity(EntityKind.USER_GROUP, "2", 3),
                                    entity(EntityKind.ROLE, "3", 300),
                                    entity(EntityKind.SECURITY_POLICY, "4", 7),
                                    entity(EntityKind.API, "5", 70_000)),
                            FIRST.header().personal()),
                    Stream.concat(FIRST.uses().stream(), Stream.of(routed())).toList());

    private static KeyUse routed() {
        return new KeyUse(
                KEY,
                List.of(0, 1, 2, 3),
                "catalog.assets:view",
                "GET",
                "/v1/assets/%C3%A4",
                "rate-limited",
                2,
                3,
                List.of(new MonitoredRefusal(3, "network-not-allowed")),
                new AskedRoute(
                        "api.example.com",
                        4,
                        UUID.fromString("0199a1b2-c3d4-7e5f-8a0b-0c0d0e0f1016")),
                new Resource("asset", "ä", Map.of("stage", "test", "owner", "ada")),
                0,
                null,
                null,
                null,
                null,
                1);
    }

    /** The files were written by another program from {@code docs/formats.md}. */
    @Test
    void writesThePublishedBytes() throws IOException {
        assertThat(HEX.formatHex(KeyUsesCodec.write(USES))).isEqualTo(golden(2));
    }

    @Test
    void readsThePublishedBytes() throws IOException {
        assertThat(KeyUsesCodec.read(2, HEX.parseHex(golden(2)))).isEqualTo(USES);
    }

    @Test
    void readsThePublishedBytesOfRevisionOne() throws IOException {
        assertThat(KeyUsesCodec.read(1, HEX.parseHex(golden(1)))).isEqualTo(FIRST);
    }

    @Test
    void aRecordOfOneRevisionIsUnreadableAsAnother() throws IOException {
        byte[] first = HEX.parseHex(golden(1));
        byte[] second = HEX.parseHex(golden(2));

        assertThatThrownBy(() -> KeyUsesCodec.read(2, first)).isInstanceOf(UnreadableEvent.class);
        assertThatThrownBy(() -> KeyUsesCodec.read(1, second)).isInstanceOf(UnreadableEvent.class);
    }

    @Test
    void elementsAreTheHeaderAndEachUse() throws IOException {
        List<byte[]> elements = KeyUsesCodec.elements(HEX.parseHex(golden(2)));

        CborWriter header = new CborWriter();
        HeaderCbor.write(header, USES.header());
        CborWriter last = new CborWriter();
        UseCbor.write(last, USES.uses().getLast());
        assertThat(elements).hasSize(5);
        assertThat(elements.getFirst()).isEqualTo(header.toBytes());
        assertThat(elements.getLast()).isEqualTo(last.toBytes());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "80", // no header
                "f6",
                "a0",
                "6161",
                "8101", // a number instead of a byte string
                "9f4100ff", // indefinite length
                "815f4100ff",
                "980141aa", // a longer head than needed
                "81580141",
                "814100ff", // a byte too many
                "8141", // one too few
                "9bffffffffffffffff",
                "9b7fffffffffffffff",
                "9a7fffffff",
                "815a7fffffff",
                "815bffffffffffffffff",
                "c14100" // a tag
            })
    void otherBytesHaveNoElements(String hex) {
        assertThatThrownBy(() -> KeyUsesCodec.elements(HEX.parseHex(hex)))
                .isInstanceOf(UnreadableEvent.class);
    }

    @Test
    void aMillionArraysWithinEachOtherAreUnreadable() {
        byte[] deep = HEX.parseHex("81".repeat(1_000_000));

        assertThatThrownBy(() -> KeyUsesCodec.elements(deep)).isInstanceOf(UnreadableEvent.class);
    }

    @Test
    void anotherRevisionIsUnreadable() {
        byte[] stored = KeyUsesCodec.write(USES);

        assertThatThrownBy(() -> KeyUsesCodec.read(3, stored)).isInstanceOf(UnreadableEvent.class);
    }

    @Test
    void aUsePointsIntoItsHeaderOnly() {
        KeyUse use = USES.uses().getFirst();
        KeyUsesHeader fewer =
                new KeyUsesHeader(
                        USES.header().decidedAt(),
                        "1:1:",
                        USES.header().entities().subList(0, 2),
                        USES.header().personal());

        assertThatThrownBy(() -> new KeyUses(fewer, List.of(use)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aUseStandsForAtLeastOne() {
        assertThatThrownBy(
                        () ->
                                new KeyUse(
                                        null,
                                        List.of(),
                                        null,
                                        null,
                                        null,
                                        "unknown-key",
                                        null,
                                        null,
                                        List.of(),
                                        null,
                                        null,
                                        null,
                                        null,
                                        null,
                                        null,
                                        null,
                                        0))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static EntityVersion entity(EntityKind kind, String last, long version) {
        UUID id = UUID.fromString("0199a1b2-c3d4-7e5f-8a0b-0c0d0e0f101" + last);
        return new EntityVersion(kind, id, version);
    }

    private static String golden(int revision) throws IOException {
        try (InputStream in =
                KeyUsesCodecTest.class.getResourceAsStream(
                        "/golden/key-uses.r" + revision + ".hex")) {
            return new String(in.readAllBytes(), StandardCharsets.US_ASCII).replace("\n", "");
        }
    }
}
