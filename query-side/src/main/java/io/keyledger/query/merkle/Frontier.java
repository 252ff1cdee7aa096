package io.keyledger.query.merkle;

import io.keyledger.shared.record.MerkleTree;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The roots of the full subtrees that a tree of some size consists of, the largest first: all that
 * is needed to append to it and to know its root. For one thread.
 */
final class Frontier {

    /** Of so many leaves, as a power of two, are the subtrees that tiles are made of. */
    static final int TILE_BITS = 8;

    private static final int HASH_BYTES = 32;

    private final List<byte[]> roots = new ArrayList<>();
    private long size;

    /** Takes full subtrees of 256, 65,536 ... leaves as they come to be. */
    @FunctionalInterface
    interface Sink {
        void full(int level, long number, byte[] hash);
    }

    /** The frontier that {@link #bytes} gave of a tree of that size. */
    static Frontier of(long size, byte[] bytes) {
        if (bytes.length != Long.bitCount(size) * HASH_BYTES) {
            throw new LogDamaged("the frontier is not of its size");
        }
        Frontier frontier = new Frontier();
        frontier.size = size;
        for (int at = 0; at < bytes.length; at += HASH_BYTES) {
            frontier.roots.add(Arrays.copyOfRange(bytes, at, at + HASH_BYTES));
        }
        return frontier;
    }

    void append(byte[] leafHash, Sink sink) {
        byte[] hash = leafHash;
        int height = 0;
        for (; (size >> height & 1) == 1; height++) {
            hash = MerkleTree.nodeHash(roots.removeLast(), hash);
            if ((height + 1) % TILE_BITS == 0) {
                sink.full((height + 1) / TILE_BITS, size >> (height + 1), hash);
            }
        }
        roots.add(hash);
        size++;
    }

    long size() {
        return size;
    }

    byte[] root() {
        if (roots.isEmpty()) {
            return MerkleTree.root(List.of());
        }
        byte[] root = roots.getLast();
        for (int i = roots.size() - 2; i >= 0; i--) {
            root = MerkleTree.nodeHash(roots.get(i), root);
        }
        return root;
    }

    byte[] bytes() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(roots.size() * HASH_BYTES);
        roots.forEach(bytes::writeBytes);
        return bytes.toByteArray();
    }
}
