package io.keyledger.query.audit;

import io.keyledger.query.history.Columns;
import io.keyledger.query.history.EntryNumber;
import io.keyledger.query.personal.Resolved;

import org.jspecify.annotations.Nullable;

import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** A change as its row has it. */
record ChangeDraft(
        long entry,
        UUID eventId,
        String workspace,
        String type,
        Instant occurredAt,
        Instant ledgeredAt,
        AuditEntry.Actor actor,
        @Nullable Long actorPerson,
        Subjects.Asked subject,
        @Nullable UUID serviceUserId,
        @Nullable String keyId,
        @Nullable Map<String, Object> before,
        @Nullable Map<String, Object> after,
        @Nullable Long address,
        @Nullable Long userAgent,
        @Nullable Long reason,
        UUID correlationId,
        @Nullable UUID causationId)
        implements Draft {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final TypeReference<Map<String, Object>> FIELDS = new TypeReference<>() {};

    static ChangeDraft read(ResultSet row) throws SQLException {
        long entry = row.getLong("entry");
        return new ChangeDraft(
                entry,
                row.getObject("event_id", UUID.class),
                row.getString("workspace"),
                row.getString("type"),
                Columns.instant(row, "occurred_at"),
                Columns.instant(row, "ledgered_at"),
                new AuditEntry.Actor(
                        row.getString("actor_kind"),
                        row.getString("actor_id"),
                        row.getString("actor_name"),
                        row.getString("actor_key_id")),
                row.getObject("actor_person", Long.class),
                Subjects.Asked.at(
                        row.getString("subject_kind"), row.getString("subject_id"), entry),
                row.getObject("service_user_id", UUID.class),
                row.getString("key_id"),
                fields(row.getString("before")),
                fields(row.getString("after")),
                row.getObject("address", Long.class),
                row.getObject("user_agent", Long.class),
                row.getObject("reason", Long.class),
                row.getObject("correlation_id", UUID.class),
                row.getObject("causation_id", UUID.class));
    }

    @Override
    public Set<Long> personal() {
        return Draft.present(actorPerson, address, userAgent, reason);
    }

    @Override
    public Set<Subjects.Asked> names() {
        Set<Subjects.Asked> asked = new HashSet<>(Set.of(subject));
        if (serviceUserId != null) {
            asked.add(user(serviceUserId));
        }
        return asked;
    }

    @Override
    public AuditEntry complete(Subjects.Names names, Resolved texts) {
        return new AuditEntry(
                eventId.toString(),
                EntryNumber.position(entry),
                AuditFilter.CHANGE,
                type,
                workspace,
                occurredAt,
                ledgeredAt,
                actorPerson == null ? actor : actor.named(texts.text(actorPerson)),
                new AuditEntry.Subject(subject.kind(), subject.id(), names.of(subject)),
                before,
                after,
                serviceUserId,
                serviceUserId == null ? null : names.of(user(serviceUserId)),
                keyId,
                null,
                texts.text(address),
                texts.text(userAgent),
                texts.text(reason),
                correlationId,
                causationId,
                texts.anyErased(actorPerson, address, userAgent, reason) ? true : null);
    }

    private Subjects.Asked user(UUID id) {
        return Subjects.Asked.at("service-user", id.toString(), entry);
    }

    private static @Nullable Map<String, Object> fields(@Nullable String json) {
        return json == null ? null : JSON.readValue(json, FIELDS);
    }
}
