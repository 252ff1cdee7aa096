package io.keyledger.query.usetrail;

import io.keyledger.shared.use.KeyUse;

import org.jspecify.annotations.Nullable;

/**
 * What the trail finds a use by.
 *
 * @param keyHash of the key that was shown, see {@link #hash}; null if none could be read
 * @param reason why it was refused, its code; null if it was allowed
 */
public record UseMark(@Nullable Integer keyHash, @Nullable String reason) {

    static UseMark of(KeyUse use) {
        return new UseMark(use.keyId() == null ? null : hash(use.keyId()), use.reason());
    }

    /** Keys with equal hashes are told apart by the journal. Stored, so it never changes. */
    public static int hash(String keyId) {
        return keyId.hashCode();
    }
}
