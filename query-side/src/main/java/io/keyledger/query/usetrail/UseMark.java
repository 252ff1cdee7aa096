package io.keyledger.query.usetrail;

import io.keyledger.query.keyuse.UsageOf;
import io.keyledger.shared.use.KeyUse;
import io.keyledger.shared.use.KeyUses;
import io.keyledger.shared.use.KeyUsesHeader;

import org.jspecify.annotations.Nullable;

/**
 * What the trail finds a use by.
 *
 * @param keyHash of the id of the key that was shown, or of the person whose token it was, see
 *     {@link #hash}; null if none could be read
 * @param address the reference to its source address; null without one
 */
public record UseMark(@Nullable Integer keyHash, Outcome outcome, @Nullable Long address) {

    static UseMark of(KeyUses record, KeyUse use) {
        KeyUsesHeader header = record.header();
        String shown = UsageOf.shown(header, use);
        return new UseMark(
                shown == null ? null : hash(shown),
                Outcome.of(header, use),
                header.reference(use.address()));
    }

    /** Keys with equal hashes are told apart by the journal. Stored, so it never changes. */
    public static int hash(String keyId) {
        return keyId.hashCode();
    }
}
