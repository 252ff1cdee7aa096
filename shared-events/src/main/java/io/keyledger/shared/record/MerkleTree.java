package io.keyledger.shared.record;

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
}
