package io.keyledger.query.audittrail;

import io.keyledger.query.history.Columns;
import io.keyledger.query.history.EntryNumber;
import io.keyledger.shared.ledger.StoredRecord;
import io.keyledger.shared.record.ActorKind;
import io.keyledger.shared.record.PersonalRef;
import io.keyledger.shared.record.RecordMetadata;
import io.keyledger.shared.record.RecordedActor;

import org.jspecify.annotations.Nullable;

import java.util.List;

/** A change as a row. */
record ChangeRow(long position, StoredRecord stored, RecordMetadata metadata, Change change) {

    static final List<String> COLUMNS =
            List.of(
                    "entry",
                    "occurred_at",
                    "event_id",
                    "correlation_id",
                    "causation_id",
                    "workspace",
                    "type",
                    "actor_kind",
                    "actor_id",
                    "actor_name",
                    "actor_key_id",
                    "actor_person",
                    "subject_kind",
                    "subject_id",
                    "service_user_id",
                    "key_id",
                    "before",
                    "after",
                    "address",
                    "user_agent",
                    "reason");

    long entry() {
        return EntryNumber.of(position, 0);
    }

    @Nullable Object[] values() {
        RecordedActor actor = metadata.actor();
        return new @Nullable Object[] {
            entry(),
            stored.occurredAt(),
            stored.eventId(),
            metadata.correlationId(),
            metadata.causationId(),
            stored.workspace(),
            stored.type(),
            name(actor.kind()),
            actor.id(),
            actor.name(),
            actor.keyId(),
            PersonalRef.refOf(actor.personName()),
            change.subjectKind(),
            change.subjectId(),
            change.serviceUserId(),
            change.keyId(),
            json(change.before()),
            json(change.after()),
            PersonalRef.refOf(metadata.address()),
            PersonalRef.refOf(metadata.userAgent()),
            PersonalRef.refOf(metadata.reason())
        };
    }

    private static String name(ActorKind kind) {
        return switch (kind) {
            case SERVICE_USER -> "service-user";
            case PERSON -> "person";
            case SYSTEM -> "system";
        };
    }

    private static Columns.@Nullable Json json(@Nullable Fields fields) {
        return fields == null ? null : new Columns.Json(fields.json());
    }
}
