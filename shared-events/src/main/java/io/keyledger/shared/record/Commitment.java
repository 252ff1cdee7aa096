package io.keyledger.shared.record;

import java.nio.charset.StandardCharsets;

/**
 * A salted commitment to a personal value: {@code SHA-256(salt || kind || 0x00 || value)}, the salt
 * 32 random bytes, kind and value in UTF-8. Whoever holds value and salt can prove the value;
 * without the salt, which is erased with the value, nobody can guess it.
 */
public final class Commitment {

    public static final int SALT_BYTES = 32;

    private static final byte[] SEPARATOR = {0};

    private Commitment() {}

    public static byte[] to(PersonalKind kind, String value, byte[] salt) {
        if (salt.length != SALT_BYTES) {
            throw new IllegalArgumentException("a salt has " + SALT_BYTES + " bytes");
        }
        return Sha256.of(
                salt,
                kind.storedName().getBytes(StandardCharsets.UTF_8),
                SEPARATOR,
                value.getBytes(StandardCharsets.UTF_8));
    }
}
