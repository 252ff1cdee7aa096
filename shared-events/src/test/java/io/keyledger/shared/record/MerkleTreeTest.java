package io.keyledger.shared.record;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

class MerkleTreeTest {

    private static final HexFormat HEX = HexFormat.of();

    /** The leaves that implementations of Certificate Transparency test with. */
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
                    .map(HEX::parseHex)
                    .toList();

    @ParameterizedTest
    @CsvSource({
        "0, e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
        "1, 6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
        "2, fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
        "3, aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
        "4, d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
        "5, 4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
        "6, 76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
        "7, ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
        "8, 5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328"
    })
    void rootsAreThoseOfCertificateTransparency(int leaves, String root) {
        assertThat(HEX.formatHex(MerkleTree.root(LEAVES.subList(0, leaves)))).isEqualTo(root);
    }

    @Test
    void rootsAgreeWithGrowingTheTreeLeafByLeaf() {
        for (int size = 1; size <= 100; size++) {
            List<byte[]> leaves =
                    IntStream.range(0, size).mapToObj(i -> new byte[] {(byte) i, 7}).toList();

            assertThat(MerkleTree.root(leaves)).as("%d leaves", size).isEqualTo(grown(leaves));
        }
    }

    /** Full subtrees merge as they come, as in RFC 9162, section 2.1.2. */
    private static byte[] grown(List<byte[]> leaves) {
        Deque<byte[]> stack = new ArrayDeque<>();
        for (int i = 0; i < leaves.size(); i++) {
            stack.push(MerkleTree.leafHash(leaves.get(i)));
            for (int merges = Integer.numberOfTrailingZeros(i + 1); merges > 0; merges--) {
                merge(stack);
            }
        }
        while (stack.size() > 1) {
            merge(stack);
        }
        return stack.pop();
    }

    private static void merge(Deque<byte[]> stack) {
        byte[] right = stack.pop();
        stack.push(MerkleTree.nodeHash(stack.pop(), right));
    }
}
