package io.keyledger.shared.id;

import java.nio.ByteBuffer;
import java.util.UUID;

/** Ids of API keys: a UUIDv7 as 22 digits of base62, since it stands inside the key's text. */
public final class KeyId {

    /** Digits of base62 that 128 bits need. */
    public static final int LENGTH = 22;

    private KeyId() {}

    public static String of(UUID id) {
        ByteBuffer bytes = ByteBuffer.allocate(Long.BYTES * 2);
        bytes.putLong(id.getMostSignificantBits()).putLong(id.getLeastSignificantBits());
        return Base62.encode(bytes.array(), LENGTH);
    }

    public static boolean isKeyId(String text) {
        return text.length() == LENGTH && Base62.isBase62(text);
    }
}
