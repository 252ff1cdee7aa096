package io.keyledger.shared.ledger;

import java.time.Instant;
import java.util.UUID;

/** A record as it stands in the store. Time is of the database's clock, in microseconds. */
@SuppressWarnings("ArrayRecordComponent") // stored bytes, passed on untouched and never compared
public record StoredRecord(
        RecordKind kind,
        UUID eventId,
        String workspace,
        String stream,
        long sequence,
        String type,
        int revision,
        Instant occurredAt,
        byte[] metadata,
        byte[] payload) {}
