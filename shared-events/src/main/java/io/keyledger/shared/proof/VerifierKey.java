package io.keyledger.shared.proof;

import java.util.Arrays;
import java.util.HexFormat;

/**
 * The public half of a key that signs checkpoints, with its name: what an auditor pins. As text
 * {@code <name>+<key id in hex>+<base64>} (C2SP signed-note, verifier keys), Ed25519 only.
 */
public final class VerifierKey {

    private static final int PARTS = 3;

    private final String name;
    private final byte[] publicKey;

    private VerifierKey(String name, byte[] publicKey) {
        this.name = name;
        this.publicKey = publicKey;
    }

    /** The key of a name with these 32 bytes (RFC 8032). */
    public static VerifierKey of(String name, byte[] publicKey) {
        if (publicKey.length != Ed25519.KEY_BYTES) {
            throw Unproven.malformed("An Ed25519 key has 32 bytes.");
        }
        return new VerifierKey(KeyName.check(name), publicKey.clone());
    }

    /**
     * Reads a verifier key.
     *
     * @throws Unproven if the text is none, or its id is not that of its name and bytes
     */
    public static VerifierKey parse(String text) {
        String[] parts = text.strip().split("\\+", PARTS);
        if (parts.length != PARTS) {
            throw Unproven.malformed(
                    "A verifier key has the form <name>+<key id>+<key>; this has not.");
        }
        byte[] key = Base64Text.read(parts[2], "The verifier key's last part");
        if (key.length != Ed25519.KEY_BYTES + 1 || key[0] != Ed25519.TYPE) {
            throw Unproven.malformed("The verifier key is not one for Ed25519.");
        }
        VerifierKey read = of(parts[0], Arrays.copyOfRange(key, 1, key.length));
        if (!read.hexId().equals(parts[1])) {
            throw Unproven.malformed("The verifier key's id is not that of its name and key.");
        }
        return read;
    }

    public String name() {
        return name;
    }

    /** As a verifier configures it. */
    public String text() {
        return name
                + "+"
                + hexId()
                + "+"
                + Base64Text.of(Ed25519.join(new byte[] {Ed25519.TYPE}, publicKey));
    }

    public byte[] publicKey() {
        return publicKey.clone();
    }

    int id() {
        return Ed25519.keyId(name, publicKey);
    }

    boolean verifies(byte[] message, byte[] signature) {
        return Ed25519.verifies(publicKey, message, signature);
    }

    private String hexId() {
        return HexFormat.of().toHexDigits(id());
    }

    @Override
    public String toString() {
        return text();
    }
}
