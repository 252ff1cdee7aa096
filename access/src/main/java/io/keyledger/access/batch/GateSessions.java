package io.keyledger.access.batch;

import io.keyledger.access.check.NotRecorded;

import org.jspecify.annotations.Nullable;

import java.sql.SQLException;
import java.time.Duration;

import javax.sql.DataSource;

/** Holds one session, and opens another when that was discarded. */
final class GateSessions implements AutoCloseable {

    private final DataSource dataSource;
    private final Duration networkTimeout;
    private @Nullable GateSession session;

    GateSessions(DataSource dataSource, Duration networkTimeout) {
        this.dataSource = dataSource;
        this.networkTimeout = networkTimeout;
    }

    /**
     * The session.
     *
     * @throws NotRecorded if the database cannot be reached
     */
    GateSession current() {
        GateSession open = session;
        if (open == null) {
            open = open();
            session = open;
        }
        return open;
    }

    void discard() {
        GateSession discarded = session;
        session = null;
        if (discarded != null) {
            discarded.discard();
        }
    }

    @Override
    public void close() {
        if (session != null) {
            session.close();
        }
    }

    private GateSession open() {
        try {
            return GateSession.open(dataSource, networkTimeout);
        } catch (SQLException e) {
            throw new NotRecorded("the database cannot be reached, SQL state " + e.getSQLState());
        }
    }
}
