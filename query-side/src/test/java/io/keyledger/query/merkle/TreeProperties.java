package io.keyledger.query.merkle;

import static org.assertj.core.api.Assertions.assertThat;

import io.keyledger.shared.proof.MerklePath;
import io.keyledger.shared.record.MerkleTree;

import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Trees as they grow and are read, beside the definition over all leaves. */
class TreeProperties {

    private static final int LARGE = 70_000;
    private static final List<byte[]> HASHES = hashes();
    private static final Map<List<Long>, byte[]> SUBTREES = new HashMap<>();
    private static final Tiles TILES = TreeProperties::tile;

    static {
        Frontier frontier = new Frontier();
        HASHES.forEach(hash -> frontier.append(hash, TreeProperties::keep));
    }

    @Property(tries = 200)
    void aFrontierHasTheRootOfItsTreeAndComesBackAsItWas(
            @ForAll @IntRange(min = 1, max = 1_500) int size) {
        Frontier frontier = grown(size);

        assertThat(frontier.root()).isEqualTo(MerkleFixture.rootOf(HASHES.subList(0, size)));
        assertThat(Frontier.of(size, frontier.bytes()).root()).isEqualTo(frontier.root());
        assertThat(new LogTree(TILES, size).root()).isEqualTo(frontier.root());
    }

    @Property(tries = 300)
    void anyLeafOfAnySizeHasAPathThatLeadsToTheRoot(
            @ForAll @IntRange(min = 1, max = LARGE) int size,
            @ForAll @IntRange(max = LARGE - 1) int any) {
        LogTree tree = new LogTree(TILES, size);
        int index = any % size;

        assertThat(MerklePath.root(index, size, HASHES.get(index), tree.inclusion(index)))
                .isEqualTo(tree.root());
    }

    @Property(tries = 300)
    void anySizeIsConsistentWithAnyOlderOne(
            @ForAll @IntRange(min = 1, max = LARGE) int size,
            @ForAll @IntRange(max = LARGE - 1) int any) {
        LogTree tree = new LogTree(TILES, size);
        int older = 1 + any % size;

        assertThat(
                        MerklePath.leads(
                                older,
                                new LogTree(TILES, older).root(),
                                size,
                                tree.root(),
                                tree.consistency(older)))
                .isTrue();
    }

    @Example
    void thePathIsTheOneOfTheDefinition() {
        List<byte[]> leaves =
                HASHES.subList(0, 5).stream().map(hash -> new byte[] {hash[0]}).toList();
        List<byte[]> hashes = leaves.stream().map(MerkleTree::leafHash).toList();
        LogTree tree = new LogTree((width, level, tile) -> hashes.toArray(byte[][]::new), 5);

        for (int index = 0; index < 5; index++) {
            assertThat(tree.inclusion(index))
                    .usingRecursiveComparison()
                    .isEqualTo(MerkleTree.path(index, leaves));
        }
    }

    @Example
    void aProofOfALargeLogReadsATileOrTwoOfEachLevel() {
        List<String> read = new ArrayList<>();
        Tiles counted =
                (width, level, tile) -> {
                    read.add(level + "/" + tile);
                    return tile(width, level, tile);
                };
        new LogTree(counted, LARGE).inclusion(12_345);

        assertThat(read).doesNotHaveDuplicates().hasSizeLessThanOrEqualTo(6);
    }

    private static Frontier grown(int size) {
        Frontier frontier = new Frontier();
        HASHES.subList(0, size).forEach(hash -> frontier.append(hash, (_, _, _) -> {}));
        return frontier;
    }

    private static void keep(int level, long number, byte[] hash) {
        SUBTREES.put(List.of((long) level, number), hash);
    }

    private static byte[][] tile(int width, int level, long tile) {
        byte[][] hashes = new byte[width][];
        for (int i = 0; i < width; i++) {
            long number = tile * Tiles.WIDTH + i;
            hashes[i] =
                    level == 0
                            ? HASHES.get((int) number)
                            : SUBTREES.get(List.of((long) level, number));
        }
        return hashes;
    }

    private static List<byte[]> hashes() {
        List<byte[]> hashes = new ArrayList<>();
        for (int i = 0; i < LARGE; i++) {
            hashes.add(MerkleTree.leafHash(("leaf " + i).getBytes(StandardCharsets.UTF_8)));
        }
        return hashes;
    }
}
