package io.keyledger.access.batch;

import io.keyledger.access.decision.Verdict;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

import javax.sql.DataSource;

/** The rate limits of a gate, for all of its batches: what is leased is leased once. */
public final class SharedLimits implements AutoCloseable {

    private static final Duration NETWORK_TIMEOUT = Duration.ofSeconds(5);

    private final RateLimits limits = new RateLimits();
    private final QuotaSessions sessions;

    public SharedLimits(DataSource dataSource) {
        sessions = new QuotaSessions(dataSource, NETWORK_TIMEOUT);
    }

    /** The same verdicts, in their order; those over a limit refused. */
    List<Verdict> apply(List<Verdict> verdicts, Instant now) throws SQLException {
        return verdicts.stream().allMatch(verdict -> verdict.limits().isEmpty())
                ? verdicts
                : applyInTurn(verdicts, now);
    }

    /** Ends the connection; the next batch opens another. */
    synchronized void discard() {
        sessions.discard();
    }

    @Override
    public synchronized void close() {
        sessions.close();
    }

    private synchronized List<Verdict> applyInTurn(List<Verdict> verdicts, Instant now)
            throws SQLException {
        return limits.apply(verdicts, now, sessions);
    }
}
