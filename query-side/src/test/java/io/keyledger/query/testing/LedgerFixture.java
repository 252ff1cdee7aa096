package io.keyledger.query.testing;

import io.keyledger.query.history.Columns;
import io.keyledger.query.ledger.LedgerEntry;
import io.keyledger.shared.event.ApiEvent;
import io.keyledger.shared.event.DomainEvent;
import io.keyledger.shared.event.EventCatalogue;
import io.keyledger.shared.event.EventJson;
import io.keyledger.shared.event.PersonEvent;
import io.keyledger.shared.event.RoleEvent;
import io.keyledger.shared.event.SecurityPolicyEvent;
import io.keyledger.shared.event.ServiceUserEvent;
import io.keyledger.shared.event.UserGroupEvent;
import io.keyledger.shared.event.WireType;
import io.keyledger.shared.event.WorkspaceEvent;
import io.keyledger.shared.ledger.RecordKind;
import io.keyledger.shared.ledger.StoredRecord;
import io.keyledger.shared.record.MetadataJson;
import io.keyledger.shared.record.RecordMetadata;
import io.keyledger.shared.record.RecordedActor;
import io.keyledger.shared.use.KeyUses;
import io.keyledger.shared.use.KeyUsesCodec;
import io.keyledger.testsupport.ScratchDatabase;

import org.springframework.jdbc.core.simple.JdbcClient;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * Writes records as they would stand in the store and the ledger, at times that the test chooses.
 */
public final class LedgerFixture {

    public static final Instant START = Instant.parse("2026-01-01T00:00:00Z");
    public static final UUID WRITER = UUID.fromString("0190b5a0-0000-7000-8000-0000000000aa");
    public static final UUID ADMIN = UUID.fromString("0190b5a0-0000-7000-8000-0000000000ad");

    private static final EventJson EVENTS = new EventJson();

    private final JdbcClient owner;
    private final Map<String, Long> sequences = new HashMap<>();
    private final Map<String, Long> workspaceSequences = new HashMap<>();
    private final List<LedgerEntry> entries = new ArrayList<>();
    private long before;
    private RecordMetadata metadata =
            new RecordMetadata(
                    RecordedActor.serviceUser(ADMIN.toString(), "admin", "adminkey"),
                    UUID.fromString("0190b5a0-0000-7000-8000-0000000000c0"),
                    null,
                    null,
                    null,
                    null);

    public LedgerFixture(ScratchDatabase database) {
        this.owner = JdbcClient.create(ScratchPool.of(database.owner()));
    }

    public void by(RecordMetadata other) {
        metadata = other;
    }

    /** As if the ledger already had so many entries, of which nothing is known. */
    public void startAfter(long position) {
        before = position;
    }

    /** The position of the last entry. */
    public long head() {
        return before + entries.size();
    }

    public RecordMetadata metadata() {
        return metadata;
    }

    public List<LedgerEntry> entries() {
        return List.copyOf(entries);
    }

    /** Events happen a minute apart; the position of the last one. */
    public long events(String workspace, DomainEvent... events) {
        for (DomainEvent event : events) {
            WireType type = EventCatalogue.typeOf(event.getClass());
            String stream = streamOf(event);
            append(
                    new StoredRecord(
                            RecordKind.CHANGE,
                            new UUID(0x0190b5a000007000L, 0x8000000000000000L + entries.size()),
                            workspace,
                            stream,
                            sequences.merge(stream, 0L, (a, _) -> a + 1),
                            type.name(),
                            type.revision(),
                            nextTime(),
                            MetadataJson.write(metadata),
                            EVENTS.write(event)));
        }
        return head();
    }

    /** A journal record; its sequence is one per record from 0. */
    public long uses(String workspace, KeyUses uses) {
        long sequence = sequences.merge(WRITER.toString(), 0L, (a, _) -> a + 1);
        append(
                new StoredRecord(
                        RecordKind.USES,
                        new UUID(0x0190b5a000007000L, 0x9000000000000000L + entries.size()),
                        workspace,
                        WRITER.toString(),
                        sequence,
                        KeyUses.TYPE,
                        KeyUses.REVISION,
                        uses.header().decidedAt(),
                        new byte[0],
                        KeyUsesCodec.write(uses)));
        return head();
    }

    /** When the next event will have happened. */
    public Instant nextTime() {
        return START.plusSeconds(60L * (entries.size() + 1));
    }

    /** When the event at a position happened. */
    public static Instant timeOf(long position) {
        return START.plusSeconds(60L * position);
    }

    public long personalValue(String workspace, String kind, String value) {
        return owner.sql(
                        """
                        INSERT INTO store.personal_value (workspace, kind, value, salt, commitment)
                        VALUES (?, ?, ?, decode(repeat('00', 32), 'hex'), decode(repeat('00', 32), 'hex'))
                        RETURNING id
                        """)
                .params(workspace, kind, value)
                .query(Long.class)
                .single();
    }

    public void erase(long personalValue) {
        owner.sql("UPDATE store.personal_value SET value = NULL, salt = NULL WHERE id = ?")
                .param(personalValue)
                .update();
    }

    private void append(StoredRecord stored) {
        long globalIndex = insert(stored);
        long position = head() + 1;
        long inWorkspace = workspaceSequences.merge(stored.workspace(), 0L, (a, _) -> a + 1);
        Instant at = nextTime().plusSeconds(1);
        owner.sql(
                        """
                        INSERT INTO ledger.entry (position, workspace, workspace_sequence, global_index,
                                                  ledgered_at, leaf_hash)
                        VALUES (?, ?, ?, ?, ?, decode(repeat('00', 32), 'hex'))
                        """)
                .params(position, stored.workspace(), inWorkspace, globalIndex, Columns.atUtc(at))
                .update();
        owner.sql("UPDATE ledger.head SET position = ?, ledgered_at = ?")
                .params(position, Columns.atUtc(at))
                .update();
        owner.sql(
                        """
                        INSERT INTO ledger.workspace_head VALUES (?, ?)
                            ON CONFLICT (workspace) DO UPDATE SET next_sequence = EXCLUDED.next_sequence
                        """)
                .params(stored.workspace(), inWorkspace + 1)
                .update();
        entries.add(new LedgerEntry(position, inWorkspace, at, stored));
    }

    private long insert(StoredRecord stored) {
        return switch (stored.kind()) {
            case CHANGE -> insertChange(stored);
            case USES ->
                    1
                            + new JournalRows(owner)
                                    .batch(
                                            UUID.fromString(stored.stream()),
                                            stored.sequence(),
                                            stored.occurredAt(),
                                            List.of(
                                                    new JournalRows.Row(
                                                            stored.eventId(),
                                                            stored.workspace(),
                                                            stored.payload())));
        };
    }

    private long insertChange(StoredRecord stored) {
        return owner.sql(
                        """
                        INSERT INTO store.domain_event
                               (stream_type, event_id, workspace, stream, sequence, type, revision,
                                occurred_at, metadata, payload)
                        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?) RETURNING global_index
                        """)
                .params(
                        stored.type().substring(0, stored.type().indexOf('.')),
                        stored.eventId(),
                        stored.workspace(),
                        stored.stream(),
                        stored.sequence(),
                        stored.type(),
                        stored.revision(),
                        Columns.atUtc(stored.occurredAt()),
                        stored.metadata(),
                        stored.payload())
                .query(Long.class)
                .single();
    }

    private static String streamOf(DomainEvent event) {
        return switch (event) {
            case WorkspaceEvent e -> "workspace:" + e.slug();
            case RoleEvent e -> e.roleId().toString();
            case UserGroupEvent e -> e.groupId().toString();
            case SecurityPolicyEvent e -> e.policyId().toString();
            case ApiEvent e -> e.apiId().toString();
            case ServiceUserEvent e -> e.serviceUserId().toString();
            case PersonEvent e -> e.personId().toString();
        };
    }
}
