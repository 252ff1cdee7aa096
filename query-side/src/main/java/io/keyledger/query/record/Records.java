package io.keyledger.query.record;

import io.keyledger.query.paging.Filters;
import io.keyledger.shared.use.KeyUses;
import io.keyledger.shared.use.KeyUsesCodec;
import io.keyledger.shared.use.RecordId;

import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import javax.sql.DataSource;

/** Finds records by the id of their audit entry. */
@Component
class Records {

    private static final String SELECT =
            """
            SELECT r.workspace, e.position, e.workspace_sequence, e.ledgered_at, e.leaf_hash,
                   r.stream, r.sequence, r.type, r.revision, r.occurred_at, r.metadata, r.payload
              FROM store.%s r JOIN ledger.entry e ON e.global_index = r.global_index
             WHERE r.workspace = :ws AND
            """;
    private static final String CHANGE = SELECT.formatted("domain_event") + " r.event_id = :id";
    private static final String USES =
            SELECT.formatted("key_use_record") + " r.stream = :writer AND r.sequence = :sequence";

    private final JdbcClient jdbc;

    Records(@Qualifier("queryDataSource") DataSource dataSource) {
        this.jdbc = JdbcClient.create(dataSource);
    }

    /** By event id or record id. */
    Optional<RecordView> find(String workspace, String id) {
        Optional<RecordId> use = RecordId.parse(id);
        return use.isPresent()
                ? use.flatMap(record -> use(workspace, record))
                : Filters.id(id).flatMap(event -> change(workspace, event));
    }

    private Optional<RecordView> change(String workspace, UUID id) {
        return jdbc.sql(CHANGE)
                .param("ws", workspace)
                .param("id", id)
                .query(
                        (row, _) ->
                                change(
                                        id,
                                        Place.read(row),
                                        row.getBytes("metadata"),
                                        row.getBytes("payload")))
                .optional();
    }

    private Optional<RecordView> use(String workspace, RecordId id) {
        return jdbc
                .sql(USES)
                .param("ws", workspace)
                .param("writer", id.writer().toString())
                .param("sequence", id.sequence())
                .query(
                        (row, _) ->
                                use(
                                        id,
                                        Place.read(row),
                                        KeyUsesCodec.read(
                                                row.getInt("revision"), row.getBytes("payload"))))
                .list()
                .stream()
                .flatMap(Optional::stream)
                .findFirst();
    }

    private static RecordView change(UUID id, Place place, byte[] metadata, byte[] payload) {
        List<String> withheld = new ArrayList<>();
        return RecordView.of(
                id.toString(),
                "change",
                place,
                Withheld.read(metadata, "metadata", withheld),
                Withheld.read(payload, "payload", withheld),
                withheld,
                null);
    }

    private static Optional<RecordView> use(RecordId id, Place place, KeyUses record) {
        if (id.index() >= record.uses().size()) {
            return Optional.empty();
        }
        UsePayload use = new UsePayload(record, record.uses().get(id.index()));
        return Optional.of(
                RecordView.of(
                        id.toString(),
                        "use",
                        place,
                        null,
                        use.fields(),
                        List.of(),
                        use.decision()));
    }
}
