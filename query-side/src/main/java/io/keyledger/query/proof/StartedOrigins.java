package io.keyledger.query.proof;

import io.keyledger.query.proof.LogView.StartedOrigin;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;

/** Reads origins that operators started. */
final class StartedOrigins {

    private static final String READ =
            """
            SELECT number, started_at, started_by, reason, stopped, last_signed
              FROM ledger.log_origin WHERE workspace = ? ORDER BY number DESC
            """;

    private StartedOrigins() {}

    /** The newest first. */
    static List<StartedOrigin> of(Connection connection, String workspace) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(READ)) {
            statement.setString(1, workspace);
            try (ResultSet row = statement.executeQuery()) {
                List<StartedOrigin> origins = new ArrayList<>();
                while (row.next()) {
                    origins.add(
                            new StartedOrigin(
                                    row.getInt("number"),
                                    row.getObject("started_at", OffsetDateTime.class).toInstant(),
                                    row.getString("started_by"),
                                    row.getString("reason"),
                                    row.getString("stopped"),
                                    row.getString("last_signed")));
                }
                return origins;
            }
        }
    }
}
