package io.keyledger.query.merkle;

import io.keyledger.shared.record.MerkleTree;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The tree of a log at a size. Whatever is asked of it needs a tile or two of each level, of which
 * there are four for 10^9 leaves; each is read once. For one thread.
 */
public final class LogTree {

    private static final int TILE_BITS = Frontier.TILE_BITS;

    private final Tiles tiles;
    private final long size;
    private final Map<Place, byte[][]> known = new HashMap<>();

    private record Place(int level, long tile) {}

    public LogTree(Tiles tiles, long size) {
        this.tiles = tiles;
        this.size = size;
    }

    public byte[] root() {
        return hash(0, size);
    }

    /** The path of a leaf, its sibling first (RFC 9162, section 2.1.3.1). */
    public List<byte[]> inclusion(long index) {
        List<byte[]> path = new ArrayList<>();
        long begin = 0;
        long end = size;
        while (end - begin > 1) {
            long split = begin + split(end - begin);
            if (index < split) {
                path.add(hash(split, end));
                end = split;
            } else {
                path.add(hash(begin, split));
                begin = split;
            }
        }
        Collections.reverse(path);
        return path;
    }

    /** The path from an older size, from 1, to this one (RFC 9162, section 2.1.4.1). */
    public List<byte[]> consistency(long older) {
        List<byte[]> path = new ArrayList<>();
        long begin = 0;
        long end = size;
        while (older < end) {
            long split = begin + split(end - begin);
            if (older <= split) {
                path.add(hash(split, end));
                end = split;
            } else {
                path.add(hash(begin, split));
                begin = split;
            }
        }
        if (begin > 0) {
            path.add(hash(begin, end));
        }
        Collections.reverse(path);
        return path;
    }

    /** Of the leaves from one to before another: a full subtree, or one that ends with the log. */
    private byte[] hash(long begin, long end) {
        long leaves = end - begin;
        if (leaves == 0) {
            return MerkleTree.root(List.of());
        }
        if (Long.bitCount(leaves) == 1) {
            return full(begin, Long.numberOfTrailingZeros(leaves));
        }
        long split = begin + split(leaves);
        return MerkleTree.nodeHash(hash(begin, split), hash(split, end));
    }

    /** Of 2^height leaves, put together from hashes of one tile. */
    private byte[] full(long begin, int height) {
        int level = height / TILE_BITS;
        long first = begin >> level * TILE_BITS;
        byte[][] tile = tile(level, first / Tiles.WIDTH);
        int from = (int) (first % Tiles.WIDTH);
        return together(tile, from, from + (1 << height % TILE_BITS));
    }

    private static byte[] together(byte[][] tile, int from, int to) {
        if (to - from == 1) {
            return tile[from];
        }
        int middle = (from + to) >>> 1;
        return MerkleTree.nodeHash(together(tile, from, middle), together(tile, middle, to));
    }

    private byte[][] tile(int level, long tile) {
        return known.computeIfAbsent(
                new Place(level, tile),
                place -> {
                    long hashes = (size >> level * TILE_BITS) - tile * Tiles.WIDTH;
                    return tiles.first((int) Math.min(Tiles.WIDTH, hashes), level, tile);
                });
    }

    /** The largest power of two below a number of leaves. */
    private static long split(long leaves) {
        return Long.highestOneBit(leaves - 1);
    }
}
