package io.keyledger.query.bundle;

import io.keyledger.shared.record.Sha256;

import java.nio.charset.StandardCharsets;

/**
 * Which bundle a key belongs to: its place, which is 24 bits of the SHA-256 of its id, as the
 * function {@code views.key_place} says it in SQL, and of these as many, from the lowest, as the
 * number of keys asks for.
 */
public final class Spread {

    /** Keys that a bundle has at most on average. */
    private static final int KEYS = 16;

    private static final int MOST_BITS = 24;

    private Spread() {}

    /** How many bits of a place count among so many keys. */
    public static int bits(long keys) {
        int bits = 0;
        while (bits < MOST_BITS && (long) KEYS << bits < keys) {
            bits++;
        }
        return bits;
    }

    /** The number of the key's bundle when so many bits count. */
    public static int bundle(String keyId, int bits) {
        byte[] hash = Sha256.of(keyId.getBytes(StandardCharsets.UTF_8));
        int place =
                Byte.toUnsignedInt(hash[0])
                        | Byte.toUnsignedInt(hash[1]) << 8
                        | Byte.toUnsignedInt(hash[2]) << 16;
        return place & (1 << bits) - 1;
    }
}
