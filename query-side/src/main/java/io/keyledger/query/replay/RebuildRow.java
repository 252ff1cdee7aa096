package io.keyledger.query.replay;

import org.jspecify.annotations.Nullable;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.HexFormat;
import java.util.UUID;

/** A row of {@code query.rebuild} with its replay's. */
record RebuildRow(UUID replay, String replayed, long head, Instant requestedAt, RebuildView view) {

    static final String SELECT =
            """
            SELECT p.id, p.view AS replayed, p.started_at AS requested_at, h.position AS head, r.*
              FROM query.replay p JOIN query.rebuild r ON r.replay_id = p.id
             CROSS JOIN ledger.head h
            """;

    private static final double MICROS = 1_000_000;

    static RebuildRow read(ResultSet row, int number) throws SQLException {
        return new RebuildRow(
                row.getObject("id", UUID.class),
                row.getString("replayed"),
                row.getLong("head"),
                time(row, "requested_at").toInstant(),
                view(row));
    }

    private static RebuildView view(ResultSet row) throws SQLException {
        String before = hex(row.getBytes("digest_before"));
        String after = hex(row.getBytes("digest_after"));
        OffsetDateTime finished = row.getObject("finished_at", OffsetDateTime.class);
        return new RebuildView(
                row.getString("view"),
                row.getString("state"),
                row.getString("phase"),
                row.getLong("position"),
                rate(row),
                secondsLeft(row),
                row.getObject("compared_at", Long.class),
                before,
                after,
                before == null ? null : before.equals(after),
                row.getString("cause"),
                time(row, "started_at").toInstant(),
                finished == null ? null : finished.toInstant());
    }

    private static @Nullable Long rate(ResultSet row) throws SQLException {
        long worked = row.getLong("working_micros");
        return worked == 0 ? null : Math.round(row.getLong("position") * MICROS / worked);
    }

    private static @Nullable Long secondsLeft(ResultSet row) throws SQLException {
        Long rate = rate(row);
        if (rate == null || rate == 0 || !row.getString("state").equals("running")) {
            return null;
        }
        return Math.ceilDiv(row.getLong("head") - row.getLong("position"), rate);
    }

    private static OffsetDateTime time(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class);
    }

    private static @Nullable String hex(byte @Nullable [] digest) {
        return digest == null ? null : HexFormat.of().formatHex(digest);
    }
}
