package io.keyledger.access.journal;

import io.keyledger.access.state.SnapshotTime;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;

/**
 * Inserts the records of a batch if what they were decided on still stands, in one statement with
 * one snapshot, which a connection that commits each statement commits at once.
 */
public final class UnchangedInsert {

    /** The most that the database's clock may be past the time of decision. */
    private static final Duration LATEST = Duration.ofSeconds(1);

    private static final String SQL =
            """
            WITH moment AS MATERIALIZED (
                SELECT m.now, pg_current_snapshot()::text AS snapshot,
                       m.now BETWEEN m.decided_at AND m.decided_at + m.latest
                       AND h.xid <= pg_snapshot_xmin(m.snapshot)
                       AND NOT EXISTS (SELECT FROM access.access_change a
                                        WHERE a.xid >= pg_snapshot_xmin(m.snapshot)
                                          AND NOT pg_visible_in_snapshot(a.xid, m.snapshot)) AS stands
                  FROM (SELECT clock_timestamp() AS now, ?::pg_snapshot AS snapshot,
                               ?::timestamptz AS decided_at, make_interval(secs => %d) AS latest) m,
                       access.access_change_horizon h),
            inserted AS (
                %s
                SELECT ?, ?, ?, ?, ?, ?, ?, ?, ? FROM moment WHERE stands)
            SELECT now, snapshot, stands FROM moment
            """
                    .formatted(LATEST.toSeconds(), JournalInsert.INTO);

    private final PreparedStatement statement;

    public UnchangedInsert(Connection connection) throws SQLException {
        statement = connection.prepareStatement(SQL);
    }

    /**
     * What came of it.
     *
     * @param recorded whether the records are in the store; otherwise nothing was written
     * @param at the statement's snapshot and the database's clock
     */
    public record Attempt(boolean recorded, SnapshotTime at) {}

    /** Whether a batch is short enough for it. */
    public static boolean fits(JournalBatch batch) {
        return batch.entries().size() <= JournalInsert.MOST;
    }

    /**
     * Inserts a batch, if no access row changed from that snapshot to the statement's, and the time
     * of decision is not after the database's clock nor long before it.
     *
     * @param snapshot that the batch was decided on
     */
    public Attempt insert(JournalBatch batch, String snapshot) throws SQLException {
        statement.clearWarnings();
        statement.setString(1, snapshot);
        statement.setObject(2, batch.decidedAt().atOffset(ZoneOffset.UTC));
        JournalInsert.bind(statement, 2, batch, batch.entries());
        try (ResultSet row = statement.executeQuery()) {
            row.next();
            if (statement.getWarnings() != null) {
                throw new SQLException("the commit was not acknowledged by all it waits for");
            }
            return new Attempt(
                    row.getBoolean(3),
                    new SnapshotTime(
                            row.getObject(1, OffsetDateTime.class).toInstant(), row.getString(2)));
        }
    }
}
