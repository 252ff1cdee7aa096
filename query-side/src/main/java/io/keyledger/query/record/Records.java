package io.keyledger.query.record;

import io.keyledger.query.ledger.LedgerEntries;
import io.keyledger.query.ledger.LedgerEntry;
import io.keyledger.query.paging.Filters;
import io.keyledger.shared.ledger.StoredRecord;
import io.keyledger.shared.use.KeyUses;
import io.keyledger.shared.use.KeyUsesCodec;
import io.keyledger.shared.use.RecordId;

import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import javax.sql.DataSource;

/** Finds records by the id of their audit entry. */
@Component
class Records {

    private static final String PLACE =
            "SELECT position, leaf_hash FROM ledger.entry WHERE workspace = ? AND global_index = ";
    private static final String CHANGE =
            PLACE + "(SELECT global_index FROM store.domain_event WHERE event_id = ?)";
    private static final String USES = PLACE + "store.key_use_number(?, ?)";

    private final JdbcTemplate jdbc;

    Records(@Qualifier("queryDataSource") DataSource dataSource) {
        this.jdbc = new JdbcTemplate(dataSource);
    }

    @SuppressWarnings("ArrayRecordComponent") // shown, never compared
    private record Leaf(long position, byte[] hash) {}

    private record Found(Place place, StoredRecord stored) {}

    /** By event id or record id. */
    Optional<RecordView> find(String workspace, String id) {
        Optional<RecordId> use = RecordId.parse(id);
        return use.isPresent()
                ? use.flatMap(record -> use(workspace, record))
                : Filters.id(id).flatMap(event -> change(workspace, event));
    }

    private Optional<RecordView> change(String workspace, UUID id) {
        return found(CHANGE, workspace, id)
                .map(
                        found ->
                                change(
                                        id,
                                        found.place(),
                                        found.stored().metadata(),
                                        found.stored().payload()));
    }

    private Optional<RecordView> use(String workspace, RecordId id) {
        return found(USES, workspace, id.writer(), id.sequence())
                .flatMap(
                        found ->
                                use(
                                        id,
                                        found.place(),
                                        KeyUsesCodec.read(
                                                found.stored().revision(),
                                                found.stored().payload())));
    }

    private Optional<Found> found(String sql, Object... parameters) {
        List<Leaf> leaves =
                jdbc.query(sql, (row, _) -> new Leaf(row.getLong(1), row.getBytes(2)), parameters);
        return leaves.stream().findFirst().flatMap(this::found);
    }

    private Optional<Found> found(Leaf leaf) {
        List<LedgerEntry> entries =
                jdbc.execute(
                        (ConnectionCallback<List<LedgerEntry>>)
                                connection ->
                                        LedgerEntries.at(connection, List.of(leaf.position())));
        return entries.stream()
                .findFirst()
                .map(entry -> new Found(Place.of(entry, leaf.hash()), entry.stored()));
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
