package io.keyledger.shared.record;

import java.util.ArrayList;
import java.util.List;

/** Merkle tree hashes with SHA-256 as in RFC 6962, section 2.1. */
public final class MerkleTree {

    private static final byte[] LEAF = {0};
    private static final byte[] NODE = {1};

    private MerkleTree() {}

    public static byte[] leafHash(byte[] leaf) {
        return Sha256.of(LEAF, leaf);
    }

    public static byte[] nodeHash(byte[] left, byte[] right) {
        return Sha256.of(NODE, left, right);
    }

    /** The root over leaves; of no leaves, the hash of the empty string. */
    public static byte[] root(List<byte[]> leaves) {
        return switch (leaves.size()) {
            case 0 -> Sha256.of();
            case 1 -> leafHash(leaves.getFirst());
            default -> {
                int split = Integer.highestOneBit(leaves.size() - 1);
                yield nodeHash(
                        root(leaves.subList(0, split)), root(leaves.subList(split, leaves.size())));
            }
        };
    }

    /** The path of a leaf to the root over all, its sibling first (RFC 9162, section 2.1.3.1). */
    public static List<byte[]> path(int index, List<byte[]> leaves) {
        if (leaves.size() == 1) {
            return List.of();
        }
        int split = Integer.highestOneBit(leaves.size() - 1);
        List<byte[]> left = leaves.subList(0, split);
        List<byte[]> right = leaves.subList(split, leaves.size());
        boolean isLeft = index < split;
        List<byte[]> path =
                new ArrayList<>(isLeft ? path(index, left) : path(index - split, right));
        path.add(root(isLeft ? right : left));
        return path;
    }
}
