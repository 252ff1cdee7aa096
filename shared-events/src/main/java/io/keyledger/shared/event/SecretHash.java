package io.keyledger.shared.event;

/**
 * What is kept of a secret: its HMAC-SHA-256 under a server-side pepper, base64url without padding.
 * Never exported, and never printed.
 */
public record SecretHash(int pepperVersion, String hmac) {

    @Override
    public String toString() {
        return "SecretHash[pepperVersion=" + pepperVersion + "]";
    }
}
