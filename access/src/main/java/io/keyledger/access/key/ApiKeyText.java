package io.keyledger.access.key;

import io.keyledger.shared.id.Base62;
import io.keyledger.shared.id.KeyId;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Optional;
import java.util.zip.CRC32;

/**
 * An API key's text: {@code kl_<key id>_<secret><checksum>}. The secret is 256 random bits as 43
 * digits of base62, the checksum the CRC-32 (ISO-HDLC) of everything before it as 6 such digits.
 */
public final class ApiKeyText {

    static final String PREFIX = "kl_";
    private static final int SECRET_BYTES = 32;
    private static final int SECRET_LENGTH = 43;
    private static final int CHECKSUM_LENGTH = 6;
    private static final int SECRET_PART_LENGTH = SECRET_LENGTH + CHECKSUM_LENGTH;
    private static final int SEPARATOR = PREFIX.length() + KeyId.LENGTH;
    private static final int LENGTH = SEPARATOR + 1 + SECRET_PART_LENGTH;

    private final String text;
    private final String keyId;

    private ApiKeyText(String text) {
        this.text = text;
        this.keyId = text.substring(PREFIX.length(), SEPARATOR);
    }

    /** A new secret for the key with this id. */
    public static ApiKeyText generate(String keyId, SecureRandom random) {
        byte[] secret = new byte[SECRET_BYTES];
        random.nextBytes(secret);
        String unchecked = PREFIX + keyId + "_" + Base62.encode(secret, SECRET_LENGTH);
        return new ApiKeyText(unchecked + checksum(unchecked));
    }

    /** Takes a key's text, or nothing if its form or checksum is wrong. */
    public static Optional<ApiKeyText> parse(String text) {
        return isKeyText(text) ? Optional.of(new ApiKeyText(text)) : Optional.empty();
    }

    /** Takes a key id, and the secret with the checksum of the whole text behind it. */
    public static Optional<ApiKeyText> parse(String keyId, String secretWithChecksum) {
        return parse(PREFIX + keyId + "_" + secretWithChecksum);
    }

    public String keyId() {
        return keyId;
    }

    /** The secret without its checksum. */
    public String secret() {
        return text.substring(SEPARATOR + 1, LENGTH - CHECKSUM_LENGTH);
    }

    /** What is shown as the key's secret: the secret and the checksum of the whole text. */
    public String secretWithChecksum() {
        return text.substring(SEPARATOR + 1);
    }

    /** The whole key: to be shown once, and never to be kept. */
    public String reveal() {
        return text;
    }

    @Override
    public String toString() {
        return PREFIX + keyId() + "_[redacted]";
    }

    private static boolean isKeyText(String text) {
        return text.length() == LENGTH
                && text.startsWith(PREFIX)
                && text.charAt(SEPARATOR) == '_'
                && Base62.isBase62(text, PREFIX.length(), SEPARATOR)
                && Base62.isBase62(text, SEPARATOR + 1, LENGTH)
                && text.endsWith(checksum(text));
    }

    /** Of a key's text, with its checksum or without it. */
    private static String checksum(String text) {
        CRC32 crc = new CRC32();
        crc.update(text.getBytes(StandardCharsets.US_ASCII), 0, LENGTH - CHECKSUM_LENGTH);
        return Base62.encode((int) crc.getValue(), CHECKSUM_LENGTH);
    }
}
