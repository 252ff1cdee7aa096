package io.keyledger.access.state;

/** What is kept of a secret, ready for comparison. Its text names the pepper only. */
@SuppressWarnings("ArrayRecordComponent") // read for comparison in constant time only
public record StoredSecret(int pepperVersion, byte[] hmac) {

    @Override
    public String toString() {
        return "StoredSecret[pepperVersion=" + pepperVersion + "]";
    }
}
