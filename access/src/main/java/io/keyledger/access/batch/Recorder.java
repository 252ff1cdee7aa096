package io.keyledger.access.batch;

import io.keyledger.access.check.NotRecorded;
import io.keyledger.access.journal.Journal;
import io.keyledger.access.journal.JournalBatch;
import io.keyledger.access.journal.UnchangedInsert.Attempt;

import java.sql.SQLException;
import java.time.Duration;
import java.util.function.LongSupplier;

/** Writes down what was decided, and sees to it that it is committed, and in time. */
final class Recorder {

    private final Journal journal;
    private final GateProbe probe;
    private final GateObserver observer;
    private final LongSupplier nanoTime;
    private final long within;

    Recorder(
            Journal journal,
            GateProbe probe,
            GateObserver observer,
            LongSupplier nanoTime,
            Duration within) {
        this.journal = journal;
        this.probe = probe;
        this.observer = observer;
        this.nanoTime = nanoTime;
        this.within = within.toNanos();
    }

    /**
     * Records a batch in one statement that is a transaction of its own, if nothing has changed
     * since that snapshot.
     *
     * @throws NotRecorded if it was committed too late, or nobody knows
     */
    Attempt attempt(GateSession session, JournalBatch batch, String snapshot) {
        probe.beforeCommit();
        long sent = nanoTime.getAsLong();
        Attempt attempt = committing(() -> session.unchanged().insert(batch, snapshot));
        if (attempt.recorded()) {
            committed(batch, sent, sent);
        }
        return attempt;
    }

    /**
     * Records a batch in the session's transaction, and commits that.
     *
     * @param begun when its snapshot was asked for, by our own clock
     * @throws NotRecorded if it was committed too late, or nobody knows
     */
    void record(GateSession session, JournalBatch batch, long begun) throws SQLException {
        session.journal().insert(batch);
        probe.beforeCommit();
        long sent = nanoTime.getAsLong();
        committing(
                () -> {
                    session.commit();
                    return batch;
                });
        committed(batch, sent, begun);
    }

    private <T> T committing(Commit<T> commit) {
        try {
            return commit.send();
        } catch (SQLException e) {
            journal.beginAnew();
            throw new NotRecorded("the commit is uncertain, SQL state " + e.getSQLState());
        }
    }

    private void committed(JournalBatch batch, long sent, long begun) {
        journal.written(batch);
        long done = nanoTime.getAsLong();
        observer.committed(done - sent);
        if (done - begun > within) {
            throw new NotRecorded("the commit came too late");
        }
    }

    @FunctionalInterface
    private interface Commit<T> {

        T send() throws SQLException;
    }
}
