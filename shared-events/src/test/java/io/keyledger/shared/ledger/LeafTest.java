package io.keyledger.shared.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.keyledger.shared.record.MerkleTree;

import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.UUID;

/** Expectations computed by another program from {@code docs/formats.md}. */
class LeafTest {

    private static final HexFormat HEX = HexFormat.of();
    private static final Instant OCCURRED = Instant.parse("2026-11-23T08:15:30.123456Z");
    private static final String WRITER = "0199a1b2-c3d4-7e5f-8a0b-0c0d0e0f1013";

    @Test
    void ofAChangeIsTheDocumentedBinary() throws IOException {
        StoredRecord change =
                new StoredRecord(
                        RecordKind.CHANGE,
                        UUID.fromString("0199a1b2-c3d4-7e5f-8a0b-0c0d0e0f1011"),
                        "acme",
                        "workspace:acme",
                        0,
                        "workspace.WorkspaceCreated",
                        1,
                        OCCURRED,
                        golden("/golden/metadata.json"),
                        "{\"name\":\"Acme\",\"slug\":\"acme\"}".getBytes(StandardCharsets.UTF_8));

        byte[] leaf = Leaf.of(change, Instant.parse("2026-11-23T08:15:30.223457Z"));

        assertThat(HEX.formatHex(leaf))
                .isEqualTo(
                        "01010199a1b2c3d47e5f8a0b0c0d0e0f1011"
                                + "000461636d65"
                                + "000e776f726b73706163653a61636d65"
                                + "0000000000000000"
                                + "001a776f726b73706163652e576f726b737061636543726561746564"
                                + "0001"
                                + "000660ed32722ec0"
                                + "000660ed3273b561"
                                + "a5edebc0d7fdd8406ff6291f3cb4586beacf8e4fc08aeb8044eb5aa8f802ac66"
                                + "b65dafa139025a4b7c496403d53fbbf86f84da615a6187f354de9948ee6da0c0");
        assertThat(HEX.formatHex(MerkleTree.leafHash(leaf)))
                .isEqualTo("ebc9bacfa2361762055f8a3961775308e228f27f972a79635acc51deacdcc28b");
    }

    @Test
    void ofKeyUsesHoldsTheRootOverThem() throws IOException {
        byte[] leaf = Leaf.of(uses(goldenUses()), Instant.parse("2026-11-23T08:15:31Z"));

        assertThat(HEX.formatHex(leaf))
                .isEqualTo(
                        "01020199a1b2c3d47e5f8a0b0c0d0e0f1012"
                                + "000461636d65"
                                + "002430313939613162322d633364342d376535662d386130622d306330643065306631303133"
                                + "0000000000000007"
                                + "00166163636573732e4b6579557365735265636f72646564"
                                + "0001"
                                + "000660ed32722ec0"
                                + "000660ed327f8ec0"
                                + "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"
                                + "5332a2646ce44d9e8e52e8404566a96a08decef780c570fdc7a288c2d2e57a24");
        assertThat(HEX.formatHex(MerkleTree.leafHash(leaf)))
                .isEqualTo("b96a29f76be238a9e302e303b2fdeaa9997f534d20929172ea0a45908e433b14");
    }

    @Test
    void ofAPayloadThatCannotBeSplitHoldsAHashOfItsOwn() {
        byte[] leaf =
                Leaf.of(uses(new byte[] {(byte) 0xFF}), Instant.parse("2026-11-23T08:15:31Z"));

        assertThat(HEX.formatHex(MerkleTree.leafHash(leaf)))
                .isEqualTo("954b32ffbcada01e6646bc9ff7512c7e52599fdf648437acda3b2f2a2be3e0e9");
    }

    @Test
    void differsWhenAByteBehindTheUsesIsSmuggledIn() throws IOException {
        byte[] payload = goldenUses();
        byte[] longer = Arrays.copyOf(payload, payload.length + 1);

        assertThat(Leaf.of(uses(longer), OCCURRED)).isNotEqualTo(Leaf.of(uses(payload), OCCURRED));
    }

    @Test
    void refusesATextThatItsLengthCannotSay() {
        StoredRecord tooLong =
                new StoredRecord(
                        RecordKind.CHANGE,
                        UUID.randomUUID(),
                        "a".repeat(65_536),
                        "s",
                        0,
                        "t",
                        1,
                        OCCURRED,
                        new byte[0],
                        new byte[0]);

        assertThatThrownBy(() -> Leaf.of(tooLong, OCCURRED))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static StoredRecord uses(byte[] payload) {
        return new StoredRecord(
                RecordKind.USES,
                UUID.fromString("0199a1b2-c3d4-7e5f-8a0b-0c0d0e0f1012"),
                "acme",
                WRITER,
                7,
                "access.KeyUsesRecorded",
                1,
                OCCURRED,
                new byte[0],
                payload);
    }

    private static byte[] goldenUses() throws IOException {
        String hex = new String(golden("/golden/key-uses.r1.hex"), StandardCharsets.US_ASCII);
        return HEX.parseHex(hex.replace("\n", ""));
    }

    private static byte[] golden(String name) throws IOException {
        try (InputStream in = LeafTest.class.getResourceAsStream(name)) {
            return in.readAllBytes();
        }
    }
}
