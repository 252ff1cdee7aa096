package io.keyledger.access.key;

import io.keyledger.shared.event.SecretHash;

import org.jspecify.annotations.Nullable;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;

import javax.crypto.Mac;
import javax.crypto.SecretKey;

/** HMAC-SHA-256 (RFC 2104) of a key's 43 secret digits under a pepper. */
public final class SecretHasher {

    static final String ALGORITHM = "HmacSHA256";

    private static final byte[] NOBODYS = new byte[32];

    private final Peppers peppers;

    public SecretHasher(Peppers peppers) {
        this.peppers = peppers;
    }

    /** What is kept of a new secret: its HMAC under the current pepper. */
    public SecretHash hash(ApiKeyText key) {
        return new SecretHash(
                peppers.currentVersion(),
                Base64.getUrlEncoder()
                        .withoutPadding()
                        .encodeToString(hmac(peppers.current(), key)));
    }

    /**
     * Whether the secret is the one that was kept. Costs the same whatever is kept, also when
     * nothing is ({@code hmac} null) or its pepper is missing here, which both answer no.
     */
    public boolean matches(ApiKeyText key, int pepperVersion, byte @Nullable [] hmac) {
        SecretKey pepper = peppers.version(pepperVersion);
        byte[] computed = hmac(pepper == null ? peppers.current() : pepper, key);
        boolean equal = MessageDigest.isEqual(computed, hmac == null ? NOBODYS : hmac);
        return equal & pepper != null & hmac != null;
    }

    private static byte[] hmac(SecretKey pepper, ApiKeyText key) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(pepper);
            return mac.doFinal(key.secret().getBytes(StandardCharsets.US_ASCII));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has HMAC-SHA-256", e);
        }
    }
}
