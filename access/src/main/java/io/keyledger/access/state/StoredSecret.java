package io.keyledger.access.state;

import java.time.Instant;

/**
 * What is kept of a secret, ready for comparison. Its text names the pepper only.
 *
 * @param since when it became the key's secret
 */
@SuppressWarnings("ArrayRecordComponent") // read for comparison in constant time only
public record StoredSecret(int pepperVersion, byte[] hmac, Instant since) {

    @Override
    public String toString() {
        return "StoredSecret[pepperVersion=" + pepperVersion + "]";
    }
}
