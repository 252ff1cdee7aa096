package io.keyledger.query.usetrail;

import io.keyledger.query.keyuse.UsageOf;
import io.keyledger.shared.use.KeyUse;
import io.keyledger.shared.use.KeyUses;

import org.jspecify.annotations.Nullable;

/**
 * What the trail finds a use by.
 *
 * @param keyHash of the id of the key that was shown, or of the person whose token it was, see
 *     {@link #hash}; null if none could be read
 * @param reason why it was refused, its code; null if it was allowed
 */
public record UseMark(@Nullable Integer keyHash, @Nullable String reason) {

    static UseMark of(KeyUses record, KeyUse use) {
        String shown = UsageOf.shown(record.header(), use);
        return new UseMark(shown == null ? null : hash(shown), use.reason());
    }

    /** Keys with equal hashes are told apart by the journal. Stored, so it never changes. */
    public static int hash(String keyId) {
        return keyId.hashCode();
    }
}
