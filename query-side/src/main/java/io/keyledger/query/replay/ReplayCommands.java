package io.keyledger.query.replay;

import io.keyledger.access.problem.ApiProblem;
import io.keyledger.query.platform.Signals;
import io.keyledger.query.platform.Transactions;
import io.keyledger.shared.id.UuidV7;

import org.springframework.dao.DuplicateKeyException;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.springframework.stereotype.Component;

import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.UUID;

/** Starts replays and changes their state; the loops of all nodes act on what is written here. */
@Component
class ReplayCommands {

    private final UuidV7 ids = new UuidV7(Clock.systemUTC(), new SecureRandom());
    private final Transactions transactions;
    private final Signals signals;

    ReplayCommands(Transactions transactions, Signals signals) {
        this.transactions = transactions;
        this.signals = signals;
    }

    /**
     * Starts rebuilding views.
     *
     * @throws ApiProblem 409 if one of them is being rebuilt
     */
    UUID start(String requested, List<String> views, String operator) throws SQLException {
        UUID id = ids.next();
        try {
            transactions.run(
                    connection -> {
                        insert(jdbc(connection), id, requested, views, operator);
                        return id;
                    });
        } catch (DuplicateKeyException _) {
            throw new ApiProblem(
                    HttpStatus.CONFLICT, "replay-running", "This view is being rebuilt.");
        }
        signals.replay().fire();
        return id;
    }

    /** Moves the rebuilds of a replay that are in one of {@code from}. */
    void move(UUID id, List<RebuildState> from, RebuildState to) throws SQLException {
        transactions.run(
                connection ->
                        jdbc(connection)
                                .sql(
                                        """
                                        UPDATE query.rebuild
                                           SET state = :to,
                                               finished_at = CASE WHEN :to = 'cancelled'
                                                             THEN clock_timestamp() END
                                         WHERE replay_id = :id AND state = ANY (:from)
                                        """)
                                .param("id", id)
                                .param("to", to.storedName())
                                .param(
                                        "from",
                                        from.stream()
                                                .map(RebuildState::storedName)
                                                .toArray(String[]::new))
                                .update());
        signals.replay().fire();
    }

    private static void insert(
            JdbcClient jdbc, UUID id, String requested, List<String> views, String operator) {
        jdbc.sql("INSERT INTO query.replay VALUES (:id, :view, :operator)")
                .param("id", id)
                .param("view", requested)
                .param("operator", operator)
                .update();
        jdbc.sql(
                        """
                        INSERT INTO query.rebuild (replay_id, view, state, phase)
                        SELECT :id, view, 'running', 'prepare' FROM unnest(:views::text[]) AS view
                        """)
                .param("id", id)
                .param("views", views.toArray(String[]::new))
                .update();
    }

    private static JdbcClient jdbc(Connection connection) {
        return JdbcClient.create(new SingleConnectionDataSource(connection, true));
    }
}
