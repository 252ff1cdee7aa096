package io.keyledger.shared.proof;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.security.interfaces.EdECPublicKey;
import java.util.Arrays;

/** An Ed25519 key that signs notes, made of the 32 bytes that RFC 8032 calls the private key. */
public final class SigningKey {

    private final PrivateKey privateKey;
    private final byte[] publicKey;

    private SigningKey(PrivateKey privateKey, byte[] publicKey) {
        this.privateKey = privateKey;
        this.publicKey = publicKey;
    }

    /** The key of a seed of 32 bytes. */
    public static SigningKey of(byte[] seed) {
        if (seed.length != Ed25519.KEY_BYTES) {
            throw new IllegalArgumentException("a signing key has 32 bytes");
        }
        try {
            SigningKey key = new SigningKey(Ed25519.privateKey(seed), publicKey(seed));
            byte[] trial = "trial".getBytes(StandardCharsets.UTF_8);
            if (!Ed25519.verifies(key.publicKey, trial, Ed25519.sign(key.privateKey, trial))) {
                throw new IllegalStateException("the public key found is not the signing key's");
            }
            return key;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has Ed25519", e);
        }
    }

    /** What verifies it under a name. */
    public VerifierKey verifier(String name) {
        return VerifierKey.of(name, publicKey);
    }

    /** The Ed25519 signature of a text in UTF-8, 64 bytes. */
    public byte[] sign(String text) {
        return Ed25519.sign(privateKey, text.getBytes(StandardCharsets.UTF_8));
    }

    /** A generator draws the seed and computes the rest; there is no other way to ask for it. */
    private static byte[] publicKey(byte[] seed) throws GeneralSecurityException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("Ed25519");
        generator.initialize(255, new Drawn(seed));
        EdECPublicKey key = (EdECPublicKey) generator.generateKeyPair().getPublic();
        byte[] big = key.getPoint().getY().toByteArray();
        byte[] little = new byte[Ed25519.KEY_BYTES];
        for (int i = 0; i < Math.min(big.length, little.length); i++) {
            little[i] = big[big.length - 1 - i];
        }
        if (key.getPoint().isXOdd()) {
            little[little.length - 1] |= (byte) 0x80;
        }
        return little;
    }

    @Override
    public String toString() {
        return "SigningKey";
    }

    /** Draws what it was given. */
    private static final class Drawn extends SecureRandom {

        private static final long serialVersionUID = 1L;

        private final byte[] seed;

        Drawn(byte[] seed) {
            this.seed = seed.clone();
        }

        @Override
        public void nextBytes(byte[] bytes) {
            System.arraycopy(Arrays.copyOf(seed, bytes.length), 0, bytes, 0, bytes.length);
        }
    }
}
