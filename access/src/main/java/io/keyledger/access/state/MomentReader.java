package io.keyledger.access.state;

import org.jspecify.annotations.Nullable;

import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
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
                   s.system_identifier, c.timeline_id, pg_postmaster_start_time(),
                   coalesce(h.xid <= pg_snapshot_xmin(p.snapshot), false),
                   ARRAY(SELECT DISTINCT a.kind || ' ' || a.id
                           FROM access.access_change a
                          WHERE a.xid >= pg_snapshot_xmin(p.snapshot)
                            AND NOT pg_visible_in_snapshot(a.xid, p.snapshot))
              FROM (SELECT ?::pg_snapshot AS snapshot) p, access.access_change_horizon h,
                   pg_control_system() s, pg_control_checkpoint() c
            """;

    private final PreparedStatement statement;

    MomentReader(Connection connection) throws SQLException {
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
                    new Incarnation(row.getLong(3), row.getLong(4), instant(row, 5)),
                    row.getBoolean(6),
                    changes(row.getArray(7)));
        }
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
