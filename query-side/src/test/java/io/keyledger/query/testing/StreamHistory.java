package io.keyledger.query.testing;

import io.keyledger.query.ledger.EntryContent.Change;
import io.keyledger.query.ledger.EntryContent.Uses;
import io.keyledger.query.ledger.LedgerEntry;
import io.keyledger.query.projection.Projection;
import io.keyledger.query.projection.ViewTables;
import io.keyledger.shared.event.RoleEvent.RoleDeleted;
import io.keyledger.testsupport.ScratchDatabase;

import org.springframework.jdbc.core.simple.JdbcClient;

import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.function.Function;

/**
 * A small view: what a stream's last event was, from when to when. An event named "poison" cannot
 * be applied while the view is not mended.
 */
public final class StreamHistory implements Projection {

    public static final String VIEW = "stream-history";

    private static final String BATCH =
            """
            WITH batch (stream, version, content, at, position) AS (
                SELECT * FROM unnest(?::text[], ?::bigint[], ?::text[], ?::timestamptz[],
                                     ?::bigint[]))
            """;

    private static final String CLOSE =
            BATCH
                    + """
                      UPDATE %s SET valid_to = first.position
                        FROM (SELECT stream, min(position) AS position
                                FROM batch GROUP BY stream) first
                       WHERE stream_history_v1.stream = first.stream
                         AND valid_to = 9223372036854775807
                      """;

    private static final String OPEN =
            BATCH
                    + """
                      INSERT INTO %s
                      SELECT stream, version, content, at, position,
                             lead(position, 1, 9223372036854775807)
                                 OVER (PARTITION BY stream ORDER BY position)
                        FROM batch
                      """;

    private volatile boolean mended;

    public static StreamHistory in(ScratchDatabase database) {
        JdbcClient.create(database.query())
                .sql(
                        """
                        CREATE TABLE views.stream_history_v1 (
                            stream     text COLLATE "C" NOT NULL,
                            version    bigint      NOT NULL CHECK (version >= 0),
                            content    text        NOT NULL,
                            at         timestamptz NOT NULL,
                            valid_from bigint      NOT NULL,
                            valid_to   bigint      NOT NULL,
                            PRIMARY KEY (stream, valid_from)
                        ) WITH (fillfactor = 90)
                        """)
                .update();
        JdbcClient.create(database.query())
                .sql(
                        """
                        CREATE UNIQUE INDEX stream_history_current ON views.stream_history_v1
                            (stream) WHERE valid_to = 9223372036854775807
                        """)
                .update();
        return new StreamHistory();
    }

    public void mend() {
        mended = true;
    }

    @Override
    public String view() {
        return VIEW;
    }

    @Override
    public List<String> tables() {
        return List.of("stream_history_v1");
    }

    @Override
    public void apply(List<LedgerEntry> batch, ViewTables tables) throws SQLException {
        String table = tables.qualified("stream_history_v1");
        try (PreparedStatement closing = prepare(tables, batch, CLOSE.formatted(table));
                PreparedStatement opening = prepare(tables, batch, OPEN.formatted(table))) {
            closing.executeUpdate();
            opening.executeUpdate();
        }
    }

    private PreparedStatement prepare(ViewTables tables, List<LedgerEntry> batch, String sql)
            throws SQLException {
        Connection connection = tables.connection();
        PreparedStatement statement = connection.prepareStatement(sql);
        statement.setArray(1, array(connection, "text", batch, e -> e.stored().stream()));
        statement.setArray(2, array(connection, "bigint", batch, e -> e.stored().sequence()));
        statement.setArray(3, array(connection, "text", batch, this::content));
        statement.setArray(
                4, array(connection, "text", batch, e -> e.stored().occurredAt().toString()));
        statement.setArray(5, array(connection, "bigint", batch, LedgerEntry::position));
        return statement;
    }

    private static Array array(
            Connection connection,
            String type,
            List<LedgerEntry> batch,
            Function<LedgerEntry, Object> column)
            throws SQLException {
        return connection.createArrayOf(type, batch.stream().map(column).toArray());
    }

    private String content(LedgerEntry entry) {
        return switch (entry.content()) {
            case Change(RoleDeleted(_, String name, _), _) when name.equals("poison") && !mended ->
                    throw new IllegalStateException("this holds s3cret values");
            case Change(RoleDeleted(_, String name, _), _) -> name;
            case Change change -> change.event().getClass().getSimpleName();
            case Uses(var uses) -> uses.uses().size() + " uses";
        };
    }
}
