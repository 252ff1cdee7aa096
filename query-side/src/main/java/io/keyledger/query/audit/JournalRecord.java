package io.keyledger.query.audit;

import io.keyledger.shared.use.KeyUses;

import java.time.Instant;
import java.util.UUID;

/** A journal record with its place in the ledger. */
record JournalRecord(
        long position,
        String workspace,
        Instant ledgeredAt,
        UUID writer,
        long sequence,
        KeyUses uses) {}
