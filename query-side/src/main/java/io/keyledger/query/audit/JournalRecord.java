package io.keyledger.query.audit;

import io.keyledger.shared.use.SomeUses;

import java.time.Instant;
import java.util.UUID;

/** A journal record with its place in the ledger, and those of its uses that were asked for. */
record JournalRecord(
        long position,
        String workspace,
        Instant ledgeredAt,
        UUID writer,
        long sequence,
        SomeUses uses) {}
