package io.keyledger.query.testing;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;

import io.keyledger.query.ledger.Sequencer;
import io.keyledger.query.platform.Signals;
import io.keyledger.query.platform.Transactions;
import io.keyledger.query.projection.LiveView;
import io.keyledger.query.projection.LiveView.Progress;
import io.keyledger.query.projection.Projection;
import io.keyledger.testsupport.ScratchDatabase;

import org.postgresql.PGConnection;
import org.springframework.jdbc.core.simple.JdbcClient;

import java.sql.Connection;
import java.sql.SQLException;

import javax.sql.DataSource;

/** A query-side node for tests, which works when it is told to. */
public final class QueryNode implements AutoCloseable {

    private final HikariDataSource pool;
    private final Transactions transactions;
    private final Sequencer sequencer;
    private final LiveView view;

    public QueryNode(ScratchDatabase database, Projection projection) {
        this.pool = pool(database);
        this.transactions = new Transactions(pool);
        this.sequencer = new Sequencer(transactions, new Signals());
        this.view = new LiveView(projection, transactions);
    }

    /** Ledgers what is pending and brings the view to the ledger's end. */
    public void catchUp() throws SQLException {
        sequence();
        project();
    }

    public void sequence() throws SQLException {
        while (sequencer.step()) {
            Thread.onSpinWait();
        }
    }

    public void project() throws SQLException {
        while (view.step() == Progress.BEHIND) {
            Thread.onSpinWait();
        }
    }

    /** Sequencer and view, without end. */
    public boolean step() throws SQLException {
        boolean sequenced = sequencer.step();
        return view.step() == Progress.BEHIND || sequenced;
    }

    public Transactions transactions() {
        return transactions;
    }

    public DataSource dataSource() {
        return pool;
    }

    /** As the role of the query side. */
    public JdbcClient jdbc() {
        return JdbcClient.create(pool);
    }

    @Override
    public void close() {
        pool.close();
    }

    private static HikariDataSource pool(ScratchDatabase database) {
        HikariConfig config = new HikariConfig();
        config.setDataSource(database.query());
        config.setMinimumIdle(0);
        return new HikariDataSource(config);
    }

    /** Ends a connection as the loss of a server would. */
    public static void kill(ScratchDatabase database, Connection connection) throws SQLException {
        JdbcClient.create(database.superuser())
                .sql("SELECT pg_terminate_backend(:pid, 5000)")
                .param("pid", connection.unwrap(PGConnection.class).getBackendPID())
                .query(Boolean.class)
                .single();
    }

    /** Ends all connections of the query side's role. */
    public static void killAll(ScratchDatabase database) {
        JdbcClient.create(database.superuser())
                .sql(
                        """
                        SELECT pg_terminate_backend(pid) FROM pg_stat_activity
                         WHERE usename = 'keyledger_query' AND datname = current_database()
                        """)
                .query(Boolean.class)
                .list();
    }
}
