package io.keyledger.query.record;

import io.keyledger.query.ledger.LedgerEntry;
import io.keyledger.shared.ledger.StoredRecord;

import java.time.Instant;
import java.util.HexFormat;

/** Where a record stands: in its stream, in the ledger, in the Merkle log of its workspace. */
record Place(
        String workspace,
        long position,
        long workspaceSequence,
        Instant ledgeredAt,
        String leafHash,
        String stream,
        long sequence,
        String type,
        int revision,
        Instant occurredAt) {

    static Place of(LedgerEntry entry, byte[] leafHash) {
        StoredRecord stored = entry.stored();
        return new Place(
                stored.workspace(),
                entry.position(),
                entry.workspaceSequence(),
                entry.ledgeredAt(),
                HexFormat.of().formatHex(leafHash),
                stored.stream(),
                stored.sequence(),
                stored.type(),
                stored.revision(),
                stored.occurredAt());
    }
}
