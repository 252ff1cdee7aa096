package io.keyledger.shared.proof;

import static org.assertj.core.api.Assertions.assertThat;

import io.keyledger.shared.record.MerkleTree;

import org.junit.jupiter.api.Test;

import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;

/** Paths that implementations of Certificate Transparency (RFC 6962) test with. */
class MerklePathTest {

    private static final String ROOT_3 =
            "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77";
    private static final String ROOT_7 =
            "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c";
    private static final String ROOT_8 =
            "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328";
    private static final List<String> PATH_OF_0_IN_8 =
            List.of(
                    "96a296d224f285c67bee93c30f8a309157f0daa35dc5b87e410b78630a09cfc7",
                    "5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e",
                    "6b47aaf29ee3c2af9af889bc1fb9254dabd31177f16232dd6aab035ca39bf6e4");
    private static final List<String> FROM_6_TO_8 =
            List.of(
                    "0ebc5d3437fbe2db158b9f126a1d118e308181031d0a949f8dededebc558ef6a",
                    "ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0",
                    "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7");
    private static final String ROOT_6 =
            "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef";
    private static final List<byte[]> LEAVES =
            Stream.of(
                            "",
                            "00",
                            "10",
                            "2021",
                            "3031",
                            "40414243",
                            "5051525354555657",
                            "606162636465666768696a6b6c6d6e6f")
                    .map(HexFormat.of()::parseHex)
                    .toList();

    @Test
    void aPublishedInclusionPathLeadsToThePublishedRoot() {
        assertThat(
                        MerklePath.root(
                                0,
                                8,
                                MerkleTree.leafHash(LEAVES.getFirst()),
                                bytes(PATH_OF_0_IN_8)))
                .isEqualTo(hex(ROOT_8));
    }

    @Test
    void aPathIsOfOnePlaceInOneSize() {
        byte[] leaf = MerkleTree.leafHash(LEAVES.getFirst());
        assertThat(MerklePath.root(1, 8, leaf, bytes(PATH_OF_0_IN_8))).isNotEqualTo(hex(ROOT_8));
        assertThat(MerklePath.root(0, 9, leaf, bytes(PATH_OF_0_IN_8))).isNull();
        assertThat(MerklePath.root(0, 4, leaf, bytes(PATH_OF_0_IN_8))).isNull();
        assertThat(MerklePath.root(8, 8, leaf, bytes(PATH_OF_0_IN_8))).isNull();
        assertThat(MerklePath.root(-1, 8, leaf, bytes(PATH_OF_0_IN_8))).isNull();
    }

    @Test
    void aPublishedConsistencyPathLeadsFromTheOneRootToTheOther() {
        assertThat(MerklePath.leads(6, hex(ROOT_6), 8, hex(ROOT_8), bytes(FROM_6_TO_8))).isTrue();
        assertThat(MerklePath.leads(6, hex(ROOT_7), 8, hex(ROOT_8), bytes(FROM_6_TO_8))).isFalse();
        assertThat(MerklePath.leads(5, hex(ROOT_6), 8, hex(ROOT_8), bytes(FROM_6_TO_8))).isFalse();
    }

    @Test
    void theSameSizeNeedsTheSameRootAndNoPath() {
        assertThat(MerklePath.leads(3, hex(ROOT_3), 3, hex(ROOT_3), List.of())).isTrue();
        assertThat(MerklePath.leads(3, hex(ROOT_3), 3, hex(ROOT_7), List.of())).isFalse();
        assertThat(MerklePath.leads(3, hex(ROOT_3), 3, hex(ROOT_3), List.of(hex(ROOT_3))))
                .isFalse();
    }

    @Test
    void nothingComesFromAnEmptyLogOrFromALargerOne() {
        assertThat(MerklePath.leads(0, hex(ROOT_3), 8, hex(ROOT_8), List.of())).isFalse();
        assertThat(MerklePath.leads(8, hex(ROOT_8), 7, hex(ROOT_7), List.of())).isFalse();
        assertThat(MerklePath.leads(6, hex(ROOT_6), 8, hex(ROOT_8), List.of())).isFalse();
    }

    @Test
    void theOracleOfThePropertiesAgreesWithWhatIsPublished() {
        assertThat(Prover.inclusion(0, LEAVES).stream().map(HexFormat.of()::formatHex))
                .containsExactlyElementsOf(PATH_OF_0_IN_8);
        assertThat(Prover.consistency(6, LEAVES).stream().map(HexFormat.of()::formatHex))
                .containsExactlyElementsOf(FROM_6_TO_8);
    }

    private static List<byte[]> bytes(List<String> hashes) {
        return hashes.stream().map(MerklePathTest::hex).toList();
    }

    private static byte[] hex(String hex) {
        return HexFormat.of().parseHex(hex);
    }
}
