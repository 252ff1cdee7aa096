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

    /** Ascending: the last is the current one's. */
    private final int[] versions;

    /** Of these versions, ready to be cloned, which spares preparing the pepper each time. */
    private final Mac[] macs;

    public SecretHasher(Peppers peppers) {
        versions = peppers.byVersion().keySet().stream().mapToInt(Integer::intValue).toArray();
        macs = peppers.byVersion().values().stream().map(SecretHasher::mac).toArray(Mac[]::new);
    }

    /** What is kept of a new secret: its HMAC under the current pepper. */
    public SecretHash hash(ApiKeyText key) {
        int current = versions.length - 1;
        return new SecretHash(
                versions[current],
                Base64.getUrlEncoder()
                        .withoutPadding()
                        .encodeToString(hmac(macs[current], digits(key))));
    }

    /**
     * A shown secret's HMACs under all peppers there are here: the same work whether the key is
     * known or not, whatever is kept of it, and whichever pepper it was kept under.
     */
    public Shown shown(ApiKeyText key) {
        byte[] digits = digits(key);
        byte[][] hmacs = new byte[macs.length][];
        for (int i = 0; i < macs.length; i++) {
            hmacs[i] = hmac(macs[i], digits);
        }
        return new Shown(versions, hmacs);
    }

    /** A secret as it was shown, to be compared with what was kept. */
    public static final class Shown {

        private final int[] versions;
        private final byte[][] hmacs;

        private Shown(int[] versions, byte[][] hmacs) {
            this.versions = versions;
            this.hmacs = hmacs;
        }

        /**
         * Whether it is the one that was kept. One comparison whatever is kept, also when nothing
         * is ({@code hmac} null) or its pepper is missing here, which both answer no.
         */
        public boolean is(int pepperVersion, byte @Nullable [] hmac) {
            int place = versions.length - 1;
            boolean here = false;
            for (int i = 0; i < versions.length; i++) {
                if (versions[i] == pepperVersion) {
                    place = i;
                    here = true;
                }
            }
            boolean equal = MessageDigest.isEqual(hmacs[place], hmac == null ? NOBODYS : hmac);
            return equal & here & hmac != null;
        }
    }

    private static byte[] hmac(Mac ready, byte[] digits) {
        try {
            return ((Mac) ready.clone()).doFinal(digits);
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
