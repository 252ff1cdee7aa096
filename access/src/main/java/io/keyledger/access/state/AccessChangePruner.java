package io.keyledger.access.state;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;

import javax.sql.DataSource;

/**
 * Deletes old notes of changes. In the same transaction the horizon moves past what was deleted, so
 * that a node that stands further back knows to start anew. Notes that nodes with a fresh snapshot
 * still ask for stay, however old.
 */
public final class AccessChangePruner {

    /** How long notes are kept: a node without a check for longer reloads what it needs. */
    public static final Duration KEPT_FOR = Duration.ofMinutes(10);

    private static final String SQL =
            """
            WITH gone AS (
                DELETE FROM access.access_change
                 WHERE changed_at < clock_timestamp() - make_interval(secs => ?)
                   AND xid < pg_snapshot_xmin(pg_current_snapshot())
                RETURNING xid),
            past AS (
                SELECT count(*) AS gone, (max(xid)::text::bigint + 1)::text::xid8 AS xid FROM gone),
            moved AS (
                UPDATE access.access_change_horizon h SET xid = past.xid
                  FROM past WHERE past.xid > h.xid)
            SELECT gone FROM past
            """;

    private final DataSource dataSource;

    public AccessChangePruner(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    /** Deletes what is older than {@link #KEPT_FOR}; answers how many notes there were. */
    public long prune() throws SQLException {
        return prune(KEPT_FOR);
    }

    long prune(Duration keptFor) throws SQLException {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = connection.prepareStatement(SQL)) {
            statement.setDouble(1, keptFor.toMillis() / 1000.0);
            try (ResultSet row = statement.executeQuery()) {
                row.next();
                return row.getLong(1);
            }
        }
    }
}
