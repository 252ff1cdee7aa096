package io.keyledger.query.proof;

import io.keyledger.query.paging.Filters;
import io.keyledger.shared.use.RecordId;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;

/** The leaf of an audit entry: its record's number in the workspace. */
final class EntryPlaces {

    private static final String CHANGE =
            """
            SELECT e.workspace_sequence
              FROM store.domain_event r JOIN ledger.entry e ON e.global_index = r.global_index
             WHERE r.workspace = ? AND r.event_id = ?
            """;
    private static final String USE =
            """
            SELECT workspace_sequence FROM ledger.entry
             WHERE workspace = ? AND global_index = store.key_use_number(?, ?)
            """;

    private EntryPlaces() {}

    /** By event id or record id. */
    static OptionalLong leafOf(Connection connection, String workspace, String id)
            throws SQLException {
        Optional<RecordId> use = RecordId.parse(id);
        if (use.isPresent()) {
            return find(connection, USE, workspace, use.get().writer(), use.get().sequence());
        }
        Optional<UUID> event = Filters.id(id);
        return event.isPresent()
                ? find(connection, CHANGE, workspace, event.get())
                : OptionalLong.empty();
    }

    private static OptionalLong find(Connection connection, String sql, Object... parameters)
            throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < parameters.length; i++) {
                statement.setObject(i + 1, parameters[i]);
            }
            try (ResultSet row = statement.executeQuery()) {
                return row.next() ? OptionalLong.of(row.getLong(1)) : OptionalLong.empty();
            }
        }
    }
}
