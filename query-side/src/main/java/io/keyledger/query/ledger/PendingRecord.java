package io.keyledger.query.ledger;

import io.keyledger.shared.ledger.StoredRecord;

import org.jspecify.annotations.Nullable;

/** What waits for its place, without a record if the store does not have it. */
record PendingRecord(long globalIndex, @Nullable StoredRecord stored) {}
