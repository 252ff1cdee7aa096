package io.keyledger.access.batch;

import io.keyledger.access.check.CheckRequest;
import io.keyledger.access.check.CheckResult;
import io.keyledger.access.check.NotRecorded;
import io.keyledger.access.decision.Decider;
import io.keyledger.access.decision.Secrets;
import io.keyledger.access.journal.Journal;
import io.keyledger.access.journal.JournalBatch;
import io.keyledger.access.key.PresentedKey;
import io.keyledger.access.key.SecretHasher;
import io.keyledger.access.state.AccessCache;
import io.keyledger.access.state.KnownKey;
import io.keyledger.access.state.SnapshotTime;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.LongSupplier;
import java.util.function.Predicate;
import java.util.stream.IntStream;

import javax.sql.DataSource;

/** Decides and records one batch after another. For one thread. */
public final class BatchProcessor implements AutoCloseable {

    private static final Duration NETWORK_TIMEOUT = Duration.ofSeconds(5);

    private final GateSessions sessions;
    private final QuotaSessions quotaSessions;
    private final SecretHasher hasher;
    private final Journal journal;
    private final GateProbe probe;
    private final GateObserver observer;
    private final LongSupplier nanoTime;
    private final long commitWithin;
    private final AccessCache cache = new AccessCache();
    private final PersonalHints personal = new PersonalHints(cache);
    private final RateLimits limits = new RateLimits();

    public BatchProcessor(
            DataSource dataSource,
            SecretHasher hasher,
            Journal journal,
            GateProbe probe,
            GateObserver observer,
            LongSupplier nanoTime,
            GateSettings settings) {
        this.sessions = new GateSessions(dataSource, NETWORK_TIMEOUT);
        this.quotaSessions = new QuotaSessions(dataSource, NETWORK_TIMEOUT);
        this.hasher = hasher;
        this.journal = journal;
        this.probe = probe;
        this.observer = observer;
        this.nanoTime = nanoTime;
        this.commitWithin = settings.commitWithin().toNanos();
    }

    /**
     * Answers the requests, in their order, all recorded. What fails before the commit is tried
     * once more on a new connection; once a commit was sent, nothing is. After an exception the
     * processor has to {@link #forget()}.
     *
     * @throws NotRecorded if they could not be recorded in time, or nobody knows
     */
    public List<CheckResult> process(List<CheckRequest> requests) {
        Secrets secrets = new Secrets(hasher);
        try {
            return attempt(requests, secrets, key -> stranger(key, secrets));
        } catch (SQLException | StaleHint _) {
            forget();
        }
        try {
            return attempt(requests, secrets, _ -> false);
        } catch (SQLException e) {
            throw new NotRecorded("the use could not be recorded, SQL state " + e.getSQLState());
        } catch (StaleHint _) {
            throw new NotRecorded("the use could not be recorded");
        }
    }

    /** Starts anew: what was cached may have been read in a transaction that failed. */
    public void forget() {
        cache.clear();
        personal.clear();
        sessions.discard();
        quotaSessions.discard();
    }

    private List<CheckResult> attempt(
            List<CheckRequest> requests, Secrets secrets, Predicate<PresentedKey> strangers)
            throws SQLException {
        GateSession session = sessions.current();
        ShownTexts shown = ShownTexts.of(requests);
        personal.resolve(session.untied(), requests, shown, strangers);
        session.begin();
        long begun = nanoTime.getAsLong();
        SnapshotTime time =
                cache.advance(
                        session.reader(),
                        shown.ids(),
                        ShownKeys.routed(requests),
                        ShownKeys.people(requests),
                        (known, now) -> shown.anyRight(secrets, known, now));
        refuseErasedHints();
        probe.snapshotTaken();
        List<Outcome> decided =
                new Outcomes(new Decider(cache, secrets, time.now()), new UseDrafts(personal))
                        .of(requests, limits, time.now(), quotaSessions);
        JournalBatch batch =
                journal.compose(
                        time.now(), time.snapshot(), decided.stream().map(Outcome::use).toList());
        session.journal().insert(batch);
        probe.beforeCommit();
        commit(session, batch, begun);
        return answers(decided, batch);
    }

    /** A record refers to no value that was erased before its snapshot. */
    private void refuseErasedHints() {
        if (cache.missedChanges() || personal.forget(cache.erasedValues())) {
            throw new StaleHint();
        }
    }

    private void commit(GateSession session, JournalBatch batch, long begun) {
        long sent = nanoTime.getAsLong();
        try {
            session.commit();
        } catch (SQLException e) {
            journal.beginAnew();
            throw new NotRecorded("the commit is uncertain, SQL state " + e.getSQLState());
        }
        journal.written(batch);
        long done = nanoTime.getAsLong();
        observer.committed(done - sent);
        if (done - begun > commitWithin) {
            throw new NotRecorded("the commit came too late");
        }
    }

    private static List<CheckResult> answers(List<Outcome> decided, JournalBatch batch) {
        return IntStream.range(0, decided.size())
                .mapToObj(i -> decided.get(i).answer().apply(batch.ids().get(i), batch.decidedAt()))
                .toList();
    }

    /** A guess, for keys that are known here; whoever is not is a stranger. */
    private boolean stranger(PresentedKey shown, Secrets secrets) {
        return switch (shown) {
            case PresentedKey.Token _ -> false;
            case PresentedKey.RefusedToken(boolean expired) -> !expired;
            case PresentedKey.Malformed _ -> true;
            case PresentedKey.WellFormed(var text) -> {
                KnownKey known = cache.key(text.keyId());
                yield known == null
                        ? !personal.knowsWorkspaceOf(shown)
                        : !secrets.right(text, known, Instant.MIN);
            }
        };
    }

    @Override
    public void close() {
        sessions.close();
        quotaSessions.close();
    }
}
