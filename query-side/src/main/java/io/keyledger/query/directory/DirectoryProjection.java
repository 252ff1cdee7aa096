package io.keyledger.query.directory;

import io.keyledger.query.history.HistoryStore;
import io.keyledger.query.history.Moment;
import io.keyledger.query.ledger.EntryContent;
import io.keyledger.query.ledger.LedgerEntry;
import io.keyledger.query.projection.Projection;
import io.keyledger.query.projection.ViewTables;
import io.keyledger.shared.event.DomainEvent;
import io.keyledger.shared.ledger.RecordKind;
import io.keyledger.shared.ledger.StoredRecord;

import org.springframework.stereotype.Component;

import java.sql.SQLException;
import java.util.List;
import java.util.function.Consumer;

/** Keeps the directory: loads the rows a batch is about, changes them, writes them back. */
@Component
public class DirectoryProjection implements Projection {

    public static final String VIEW = "directory";

    @Override
    public String view() {
        return VIEW;
    }

    @Override
    public List<String> tables() {
        return List.of(
                "workspace_v1",
                "role_v1",
                "user_group_v1",
                "service_user_v1",
                "api_key_v1",
                "service_user_group_v1",
                "service_user_role_v1",
                "group_role_v1",
                "security_policy_v1",
                "policy_grant_v1",
                "service_user_policy_v1",
                "group_policy_v1",
                "api_v1",
                "api_route_v1");
    }

    @Override
    public boolean reads(RecordKind kind) {
        return kind == RecordKind.CHANGE;
    }

    @Override
    public void apply(List<LedgerEntry> batch, ViewTables tables) throws SQLException {
        HistoryStore store = new HistoryStore(tables.connection(), tables::qualified);
        Affected affected = new Affected();
        batch.forEach(entry -> event(entry, affected::add));
        Directory directory = Directory.load(store, affected);
        DirectoryChanges changes = new DirectoryChanges(directory);
        for (LedgerEntry entry : batch) {
            StoredRecord stored = entry.stored();
            Moment now = new Moment(entry.position(), stored.sequence(), stored.occurredAt());
            event(entry, event -> changes.apply(event, stored.workspace(), now));
        }
        directory.write(store);
    }

    private static void event(LedgerEntry entry, Consumer<DomainEvent> consumer) {
        switch (entry.content()) {
            case EntryContent.Change(DomainEvent event, _) -> consumer.accept(event);
            case EntryContent.Uses _ -> {
                // changes nothing in the directory
            }
        }
    }
}
