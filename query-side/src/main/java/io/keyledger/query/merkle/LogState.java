package io.keyledger.query.merkle;

import io.keyledger.shared.proof.LogOrigin;

import org.jspecify.annotations.Nullable;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import java.util.UUID;

/**
 * How a workspace's log is.
 *
 * @param entries how many the ledger has of the workspace
 * @param stopped code of why nothing is signed
 */
public record LogState(LogOrigin origin, long entries, @Nullable String stopped) {

    private static final String READ =
            """
            SELECT i.store_id, h.workspace, h.next_sequence, coalesce(l.origin, 1) AS origin,
                   l.stopped
              FROM ledger.workspace_head h
              LEFT JOIN ledger.merkle_log l USING (workspace)
             CROSS JOIN store.identity i
             WHERE h.workspace = ?
            """;

    /** None of a workspace that the ledger has nothing of. */
    public static Optional<LogState> read(Connection connection, String workspace)
            throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(READ)) {
            statement.setString(1, workspace);
            try (ResultSet row = statement.executeQuery()) {
                return row.next()
                        ? Optional.of(
                                new LogState(
                                        new LogOrigin(
                                                row.getObject("store_id", UUID.class),
                                                row.getString("workspace"),
                                                row.getInt("origin")),
                                        row.getLong("next_sequence"),
                                        row.getString("stopped")))
                        : Optional.empty();
            }
        }
    }
}
