package io.keyledger.shared.proof;

import java.util.Base64;

/** Base 64 of RFC 4648, section 4. Bytes have one form only: any other is refused. */
final class Base64Text {

    private static final int HASH_BYTES = 32;

    private Base64Text() {}

    static String of(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }

    static byte[] read(String text, String what) {
        try {
            byte[] bytes = Base64.getDecoder().decode(text);
            if (of(bytes).equals(text)) {
                return bytes;
            }
        } catch (IllegalArgumentException _) {
            // Told below.
        }
        throw Unproven.malformed(what + " is not Base64.");
    }

    static byte[] hash(String text, String what) {
        byte[] bytes = read(text, what);
        if (bytes.length != HASH_BYTES) {
            throw Unproven.malformed(what + " is no hash of 32 bytes.");
        }
        return bytes;
    }
}
