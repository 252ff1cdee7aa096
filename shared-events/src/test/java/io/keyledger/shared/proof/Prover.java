package io.keyledger.shared.proof;

import io.keyledger.shared.record.MerkleTree;

import java.util.ArrayList;
import java.util.List;

/** Paths as RFC 9162, sections 2.1.3.1 and 2.1.4.1 define them, from all leaves. */
final class Prover {

    private Prover() {}

    static List<byte[]> inclusion(int index, List<byte[]> leaves) {
        if (leaves.size() == 1) {
            return List.of();
        }
        int split = Integer.highestOneBit(leaves.size() - 1);
        List<byte[]> left = leaves.subList(0, split);
        List<byte[]> right = leaves.subList(split, leaves.size());
        return index < split
                ? plus(inclusion(index, left), MerkleTree.root(right))
                : plus(inclusion(index - split, right), MerkleTree.root(left));
    }

    static List<byte[]> consistency(int older, List<byte[]> leaves) {
        return older == leaves.size() ? List.of() : subproof(older, leaves, true);
    }

    private static List<byte[]> subproof(int older, List<byte[]> leaves, boolean whole) {
        if (older == leaves.size()) {
            return whole ? List.of() : List.of(MerkleTree.root(leaves));
        }
        int split = Integer.highestOneBit(leaves.size() - 1);
        List<byte[]> left = leaves.subList(0, split);
        List<byte[]> right = leaves.subList(split, leaves.size());
        return older <= split
                ? plus(subproof(older, left, whole), MerkleTree.root(right))
                : plus(subproof(older - split, right, false), MerkleTree.root(left));
    }

    private static List<byte[]> plus(List<byte[]> path, byte[] hash) {
        List<byte[]> longer = new ArrayList<>(path);
        longer.add(hash);
        return longer;
    }
}
