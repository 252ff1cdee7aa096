package io.keyledger.access.journal;

import java.util.UUID;

/** A journal record about to be inserted. */
@SuppressWarnings("ArrayRecordComponent") // bytes on their way to the database
record JournalEntry(UUID eventId, String workspace, long sequence, byte[] payload) {}
