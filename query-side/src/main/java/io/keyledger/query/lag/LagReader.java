package io.keyledger.query.lag;

import io.keyledger.query.lag.Lag.ViewLag;
import io.keyledger.query.platform.Transactions;

import org.springframework.stereotype.Component;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;

/** Reads how far behind everything is. */
@Component
class LagReader {

    /** A count of more would itself be work. */
    static final int COUNTED = 100_000;

    private static final int TIMEOUT_SECONDS = 2;

    private static final String READ =
            """
            SELECT '' AS view,
                   (SELECT count(*) FROM (SELECT FROM store.ledger_pending UNION ALL
                                          SELECT FROM store.key_use_pending LIMIT ?) p) AS behind,
                   (SELECT extract(epoch FROM clock_timestamp() - min(occurred_at)) FROM (
                        SELECT occurred_at FROM store.domain_event WHERE global_index =
                            (SELECT min(global_index) FROM store.ledger_pending)
                        UNION ALL
                        SELECT occurred_at FROM store.key_use_record WHERE global_index =
                            (SELECT min(global_index) FROM store.ledger_pending)
                        UNION ALL
                        SELECT occurred_at FROM store.key_use_batch WHERE global_index =
                            (SELECT min(global_index) FROM store.key_use_pending)) oldest
                   ) AS seconds,
                   (SELECT count(*) FROM query.unledgered_record) AS stopped,
                   (SELECT count(*) FROM ledger.merkle_log WHERE stopped IS NOT NULL) AS logs
            UNION ALL
            SELECT v.view,
                   h.position - v.position,
                   (SELECT extract(epoch FROM clock_timestamp() - e.ledgered_at)
                      FROM ledger.entry e WHERE e.position = v.position + 1),
                   (SELECT count(DISTINCT d.stream) FROM query.dead_letter d
                     WHERE d.view = v.view AND d.copy = 'live'),
                   0
              FROM query.view_position v CROSS JOIN ledger.head h
             WHERE v.copy = 'live'
            """;

    private final Transactions transactions;

    LagReader(Transactions transactions) {
        this.transactions = transactions;
    }

    Lag read() throws SQLException {
        return transactions.run(LagReader::read);
    }

    private static Lag read(Connection connection) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(READ)) {
            statement.setQueryTimeout(TIMEOUT_SECONDS);
            statement.setInt(1, COUNTED);
            try (ResultSet row = statement.executeQuery()) {
                return read(row);
            }
        }
    }

    private static Lag read(ResultSet row) throws SQLException {
        ViewLag ledger = ViewLag.NONE;
        long stoppedLogs = 0;
        Map<String, ViewLag> views = new HashMap<>();
        while (row.next()) {
            ViewLag lag =
                    new ViewLag(
                            row.getLong("behind"),
                            Math.max(0, row.getDouble("seconds")),
                            row.getLong("stopped"));
            String view = row.getString("view");
            if (view.isEmpty()) {
                ledger = lag;
                stoppedLogs = row.getLong("logs");
            } else {
                views.put(view, lag);
            }
        }
        return new Lag(
                ledger.positions(),
                ledger.seconds(),
                ledger.parked(),
                stoppedLogs,
                Map.copyOf(views));
    }
}
