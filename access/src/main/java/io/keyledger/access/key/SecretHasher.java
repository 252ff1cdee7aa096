package io.keyledger.access.key;

import io.keyledger.shared.event.SecretHash;

import org.jspecify.annotations.Nullable;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;

import javax.crypto.Mac;
import javax.crypto.SecretKey;

/** HMAC-SHA-256 (RFC 2104) of a key's 43 secret digits under a pepper. */
public final class SecretHasher {

    static final String ALGORITHM = "HmacSHA256";

    private static final byte[] NOBODYS = new byte[32];

    private final int currentVersion;

    /** Ready to be cloned, which spares looking for the algorithm and preparing the pepper. */
    private final Map<Integer, Mac> macs = new HashMap<>();

    public SecretHasher(Peppers peppers) {
        currentVersion = peppers.currentVersion();
        peppers.byVersion().forEach((version, pepper) -> macs.put(version, mac(pepper)));
    }

    /** What is kept of a new secret: its HMAC under the current pepper. */
    public SecretHash hash(ApiKeyText key) {
        return new SecretHash(
                currentVersion,
                Base64.getUrlEncoder()
                        .withoutPadding()
                        .encodeToString(hmac(currentVersion, digits(key))));
    }

    /**
     * A shown secret's HMACs under all peppers there are here: the same work whether the key is
     * known or not, whatever is kept of it, and whichever pepper it was kept under.
     */
    public Shown shown(ApiKeyText key) {
        byte[] digits = digits(key);
        Map<Integer, byte[]> hmacs = HashMap.newHashMap(macs.size());
        macs.keySet().forEach(version -> hmacs.put(version, hmac(version, digits)));
        return new Shown(hmacs, currentVersion);
    }

    /** A secret as it was shown, to be compared with what was kept. */
    public static final class Shown {

        private final Map<Integer, byte[]> hmacs;
        private final int currentVersion;

        private Shown(Map<Integer, byte[]> hmacs, int currentVersion) {
            this.hmacs = hmacs;
            this.currentVersion = currentVersion;
        }

        /**
         * Whether it is the one that was kept. One comparison whatever is kept, also when nothing
         * is ({@code hmac} null) or its pepper is missing here, which both answer no.
         */
        public boolean is(int pepperVersion, byte @Nullable [] hmac) {
            byte[] computed = hmacs.get(pepperVersion);
            boolean equal =
                    MessageDigest.isEqual(
                            computed == null ? hmacs.get(currentVersion) : computed,
                            hmac == null ? NOBODYS : hmac);
            return equal & computed != null & hmac != null;
        }
    }

    private byte[] hmac(int version, byte[] digits) {
        try {
            return ((Mac) Objects.requireNonNull(macs.get(version)).clone()).doFinal(digits);
        } catch (CloneNotSupportedException e) {
            throw new IllegalStateException("this platform's HMAC-SHA-256 has no copies", e);
        }
    }

    private static byte[] digits(ApiKeyText key) {
        return key.secret().getBytes(StandardCharsets.US_ASCII);
    }

    private static Mac mac(SecretKey pepper) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(pepper);
            return mac;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has HMAC-SHA-256", e);
        }
    }
}
