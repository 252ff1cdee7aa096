package io.keyledger.shared.proof;

import io.keyledger.shared.record.MerkleTree;

import org.jspecify.annotations.Nullable;

import java.util.Arrays;
import java.util.List;

/** What paths of hashes lead to. */
public final class MerklePath {

    private MerklePath() {}

    /**
     * The root that an inclusion proof leads to (RFC 9162, section 2.1.3.2); null if the path has
     * not the length that the place needs.
     */
    public static byte @Nullable [] root(
            long index, long size, byte[] leafHash, List<byte[]> path) {
        if (index < 0 || index >= size) {
            return null;
        }
        long place = index;
        long last = size - 1;
        byte[] root = leafHash;
        for (byte[] sibling : path) {
            if (last == 0) {
                return null;
            }
            if (isOdd(place) || place == last) {
                root = MerkleTree.nodeHash(sibling, root);
                int up = isOdd(place) ? 0 : Long.numberOfTrailingZeros(place);
                place >>= up;
                last >>= up;
            } else {
                root = MerkleTree.nodeHash(root, sibling);
            }
            place >>= 1;
            last >>= 1;
        }
        return last == 0 ? root : null;
    }

    /**
     * Whether a log of one size and root became another by appending alone (RFC 9162, section
     * 2.1.4.2).
     */
    public static boolean leads(
            long oldSize, byte[] oldRoot, long newSize, byte[] newRoot, List<byte[]> path) {
        if (oldSize < 1 || oldSize > newSize) {
            return false;
        }
        if (oldSize == newSize) {
            return path.isEmpty() && Arrays.equals(oldRoot, newRoot);
        }
        boolean whole = Long.bitCount(oldSize) == 1;
        if (!whole && path.isEmpty()) {
            return false;
        }
        int skip = Long.numberOfTrailingZeros(oldSize);
        return new Walk((oldSize - 1) >> skip, (newSize - 1) >> skip, whole ? oldRoot : path.get(0))
                .along(whole ? path : path.subList(1, path.size()))
                .endsWith(oldRoot, newRoot);
    }

    private static boolean isOdd(long number) {
        return (number & 1) == 1;
    }

    /** Both roots, as far as they are put together. */
    private static final class Walk {

        private long place;
        private long last;
        private byte[] before;
        private byte[] after;
        private boolean tooLong;

        Walk(long place, long last, byte[] start) {
            this.place = place;
            this.last = last;
            this.before = start;
            this.after = start;
        }

        Walk along(List<byte[]> path) {
            path.forEach(this::step);
            return this;
        }

        boolean endsWith(byte[] oldRoot, byte[] newRoot) {
            return !tooLong
                    && last == 0
                    && Arrays.equals(before, oldRoot)
                    && Arrays.equals(after, newRoot);
        }

        private void step(byte[] hash) {
            tooLong |= last == 0;
            if (isOdd(place) || place == last) {
                before = MerkleTree.nodeHash(hash, before);
                after = MerkleTree.nodeHash(hash, after);
                int up = isOdd(place) || place == 0 ? 0 : Long.numberOfTrailingZeros(place);
                place >>= up;
                last >>= up;
            } else {
                after = MerkleTree.nodeHash(after, hash);
            }
            place >>= 1;
            last >>= 1;
        }
    }
}
