package io.keyledger.query.ledger;

import io.keyledger.shared.event.DomainEvent;
import io.keyledger.shared.record.RecordMetadata;
import io.keyledger.shared.use.KeyUses;

/** What a record says. */
public sealed interface EntryContent {

    /** Something changed. */
    record Change(DomainEvent event, RecordMetadata metadata) implements EntryContent {}

    /** Keys were used. */
    record Uses(KeyUses uses) implements EntryContent {}
}
