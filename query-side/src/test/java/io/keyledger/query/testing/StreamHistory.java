package io.keyledger.query.testing;

import io.keyledger.query.ledger.EntryContent.Change;
import io.keyledger.query.ledger.EntryContent.Uses;
import io.keyledger.query.ledger.LedgerEntry;
import io.keyledger.query.projection.Projection;
import io.keyledger.query.projection.ViewTables;
import io.keyledger.shared.event.RoleEvent.RoleDeleted;
import io.keyledger.testsupport.ScratchDatabase;

import org.springframework.jdbc.core.simple.JdbcClient;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.ZoneOffset;
import java.util.List;

/**
 * A small view: what a stream's last event was, from when to when. An event named "poison" cannot
 * be applied while the view is not mended.
 */
public final class StreamHistory implements Projection {

    public static final String VIEW = "stream-history";

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
        String close =
                "UPDATE %s SET valid_to = ? WHERE stream = ? AND valid_to = 9223372036854775807"
                        .formatted(table);
        String open = "INSERT INTO %s VALUES (?, ?, ?, ?, ?, 9223372036854775807)".formatted(table);
        try (PreparedStatement closing = tables.connection().prepareStatement(close);
                PreparedStatement opening = tables.connection().prepareStatement(open)) {
            for (LedgerEntry entry : batch) {
                closing.setLong(1, entry.position());
                closing.setString(2, entry.stored().stream());
                closing.executeUpdate();
                opening.setString(1, entry.stored().stream());
                opening.setLong(2, entry.stored().sequence());
                opening.setString(3, content(entry));
                opening.setObject(4, entry.stored().occurredAt().atOffset(ZoneOffset.UTC));
                opening.setLong(5, entry.position());
                opening.executeUpdate();
            }
        }
    }

    private String content(LedgerEntry entry) {
        return switch (entry.content()) {
            case Change(RoleDeleted(_, String name), _) when name.equals("poison") && !mended ->
                    throw new IllegalStateException("this holds s3cret values");
            case Change(RoleDeleted(_, String name), _) -> name;
            case Change change -> change.event().getClass().getSimpleName();
            case Uses(var uses) -> uses.uses().size() + " uses";
        };
    }
}
