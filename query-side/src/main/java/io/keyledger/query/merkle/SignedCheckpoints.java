package io.keyledger.query.merkle;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads what was signed. */
public final class SignedCheckpoints {

    private static final String SELECT =
            "SELECT "
                    + SignedCheckpoint.COLUMNS
                    + " FROM ledger.checkpoint c JOIN ledger.signing_key k ON k.id = c.signing_key"
                    + " WHERE c.workspace = ?";
    private static final String OF_TODAY =
            " AND c.origin = (SELECT l.origin FROM ledger.merkle_log l"
                    + " WHERE l.workspace = c.workspace)";
    private static final String BEFORE =
            " AND (c.origin, c.size) < (?, ?) ORDER BY c.origin DESC, c.size DESC LIMIT ?";

    private SignedCheckpoints() {}

    /** The last one of the origin that the log has today. */
    public static Optional<SignedCheckpoint> latest(Connection connection, String workspace)
            throws SQLException {
        return first(read(connection, OF_TODAY + " ORDER BY c.size DESC LIMIT 1", workspace));
    }

    /** The first one of the origin that the log has today. */
    public static Optional<SignedCheckpoint> earliest(Connection connection, String workspace)
            throws SQLException {
        return first(read(connection, OF_TODAY + " ORDER BY c.size LIMIT 1", workspace));
    }

    /** The one of a size, of the origin that the log has today. */
    public static Optional<SignedCheckpoint> at(Connection connection, String workspace, long size)
            throws SQLException {
        return first(read(connection, OF_TODAY + " AND c.size = ?", workspace, size));
    }

    /** Of all origins, the newest first: so many before that one. */
    public static List<SignedCheckpoint> before(
            Connection connection, String workspace, int origin, long size, int limit)
            throws SQLException {
        return read(connection, BEFORE, workspace, origin, size, limit);
    }

    private static Optional<SignedCheckpoint> first(List<SignedCheckpoint> found) {
        return found.stream().findFirst();
    }

    private static List<SignedCheckpoint> read(
            Connection connection, String condition, Object... parameters) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(SELECT + condition)) {
            for (int i = 0; i < parameters.length; i++) {
                statement.setObject(i + 1, parameters[i]);
            }
            try (ResultSet row = statement.executeQuery()) {
                List<SignedCheckpoint> found = new ArrayList<>();
                while (row.next()) {
                    found.add(SignedCheckpoint.read(row));
                }
                return found;
            }
        }
    }
}
