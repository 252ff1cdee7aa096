package io.keyledger.query.proof;

import io.keyledger.query.ledger.LedgerEntry;
import io.keyledger.query.record.Withheld;
import io.keyledger.shared.event.UnreadableEvent;
import io.keyledger.shared.ledger.Leaf;
import io.keyledger.shared.ledger.StoredRecord;
import io.keyledger.shared.proof.EntryEvidence;
import io.keyledger.shared.proof.EntryEvidence.ChangeEvidence;
import io.keyledger.shared.proof.EntryEvidence.UseEvidence;
import io.keyledger.shared.record.MerkleTree;
import io.keyledger.shared.use.KeyUsesCodec;
import io.keyledger.shared.use.RecordId;

import org.jspecify.annotations.Nullable;

import java.util.List;

/** What of a stored record leads to its leaf. A payload with the hash of a secret stays here. */
final class Evidence {

    private Evidence() {}

    static EntryEvidence of(LedgerEntry entry, @Nullable RecordId use) {
        StoredRecord stored = entry.stored();
        byte[] leaf = Leaf.of(stored, entry.ledgeredAt());
        return use == null
                ? new EntryEvidence(leaf, change(stored), null)
                : new EntryEvidence(leaf, null, use(stored, use.index()));
    }

    private static ChangeEvidence change(StoredRecord stored) {
        return new ChangeEvidence(
                stored.metadata(), Withheld.isIn(stored.payload()) ? null : stored.payload());
    }

    private static UseEvidence use(StoredRecord stored, int index) {
        List<byte[]> elements = elements(stored);
        if (index >= elements.size() - 1) {
            throw LogProblems.unknownEntry();
        }
        return new UseEvidence(
                elements.size(),
                elements.getFirst(),
                MerkleTree.path(0, elements),
                index,
                elements.get(index + 1),
                MerkleTree.path(index + 1, elements));
    }

    private static List<byte[]> elements(StoredRecord stored) {
        try {
            return KeyUsesCodec.elements(stored.payload());
        } catch (UnreadableEvent _) {
            throw LogProblems.unknownEntry();
        }
    }
}
