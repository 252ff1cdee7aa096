package io.keyledger.access.state;

import org.jspecify.annotations.Nullable;

import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;

/** Takes the snapshot of a transaction that has just begun, and reads what changed up to it. */
final class MomentReader {

    /** Setting the level and taking the snapshot travel together, behind the driver's BEGIN. */
    private static final String SQL =
            """
            SET TRANSACTION ISOLATION LEVEL REPEATABLE READ;
            SELECT clock_timestamp(), pg_current_snapshot()::text,
                   coalesce(h.xid <= pg_snapshot_xmin(p.snapshot), false),
                   ARRAY(SELECT DISTINCT a.kind || ' ' || a.id
                           FROM access.access_change a
                          WHERE a.xid >= pg_snapshot_xmin(p.snapshot)
                            AND NOT pg_visible_in_snapshot(a.xid, p.snapshot))
              FROM (SELECT ?::pg_snapshot AS snapshot) p, access.access_change_horizon h
            """;

    private static final String INCARNATION =
            """
            SELECT s.system_identifier, c.timeline_id, pg_postmaster_start_time()
              FROM pg_control_system() s, pg_control_checkpoint() c
            """;

    private final Connection connection;
    private final PreparedStatement statement;

    /** A connection ends with the server it was opened to, so it is read once. */
    private @Nullable Incarnation incarnation;

    MomentReader(Connection connection) throws SQLException {
        this.connection = connection;
        statement = connection.prepareStatement(SQL);
    }

    Moment read(@Nullable String previousSnapshot) throws SQLException {
        statement.setString(1, previousSnapshot);
        statement.execute();
        statement.getMoreResults();
        try (ResultSet row = statement.getResultSet()) {
            row.next();
            return new Moment(
                    instant(row, 1),
                    row.getString(2),
                    incarnation(),
                    row.getBoolean(3),
                    changes(row.getArray(4)));
        }
    }

    /** Its functions read a file of the server's each time. */
    private Incarnation incarnation() throws SQLException {
        Incarnation known = incarnation;
        if (known == null) {
            try (Statement query = connection.createStatement();
                    ResultSet row = query.executeQuery(INCARNATION)) {
                row.next();
                known = new Incarnation(row.getLong(1), row.getLong(2), instant(row, 3));
                incarnation = known;
            }
        }
        return known;
    }

    private static Instant instant(ResultSet row, int column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    private static List<Change> changes(Array array) throws SQLException {
        return Arrays.stream((String[]) array.getArray())
                .map(text -> text.split(" ", 2))
                .map(parts -> new Change(parts[0], parts[1]))
                .toList();
    }
}
