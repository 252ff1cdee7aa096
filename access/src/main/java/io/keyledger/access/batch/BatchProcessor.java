package io.keyledger.access.batch;

import io.keyledger.access.check.CheckRequest;
import io.keyledger.access.check.CheckResult;
import io.keyledger.access.check.NotRecorded;
import io.keyledger.access.decision.Decider;
import io.keyledger.access.decision.Secrets;
import io.keyledger.access.journal.Journal;
import io.keyledger.access.journal.UnchangedInsert;
import io.keyledger.access.journal.UnchangedInsert.Attempt;
import io.keyledger.access.key.PresentedKey;
import io.keyledger.access.key.SecretHasher;
import io.keyledger.access.state.AccessCache;
import io.keyledger.access.state.KnownKey;
import io.keyledger.access.state.Needed;
import io.keyledger.access.state.SnapshotTime;

import org.jspecify.annotations.Nullable;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.LongSupplier;
import java.util.function.Predicate;

import javax.sql.DataSource;

/** Decides and records one batch after another. For one thread. */
public final class BatchProcessor implements AutoCloseable {

    private static final Duration NETWORK_TIMEOUT = Duration.ofSeconds(5);

    private final GateSessions sessions;
    private final QuotaSessions quotaSessions;
    private final SecretHasher hasher;
    private final Journal journal;
    private final GateProbe probe;
    private final Recorder recorder;
    private final LongSupplier nanoTime;
    private final AccessCache cache = new AccessCache();
    private final PersonalHints personal = new PersonalHints(cache);
    private final RateLimits limits = new RateLimits();
    private Foresight foresight = new Foresight();

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
        this.recorder = new Recorder(journal, probe, observer, nanoTime, settings.commitWithin());
        this.nanoTime = nanoTime;
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

    /** Starts anew: what is known may be of a transaction that failed, or of another server. */
    public void forget() {
        foresight = new Foresight();
        cache.clear();
        personal.clear();
        sessions.discard();
        quotaSessions.discard();
    }

    /** What fails before the commit counts for no rate limit. */
    private List<CheckResult> attempt(
            List<CheckRequest> requests, Secrets secrets, Predicate<PresentedKey> strangers)
            throws SQLException {
        limits.begin();
        try {
            return answers(requests, secrets, strangers);
        } catch (SQLException | StaleHint e) {
            limits.giveBack();
            throw e;
        }
    }

    private List<CheckResult> answers(
            List<CheckRequest> requests, Secrets secrets, Predicate<PresentedKey> strangers)
            throws SQLException {
        GateSession session = sessions.current();
        ShownTexts shown = ShownTexts.of(requests);
        personal.resolve(session.untied(), requests, shown, strangers);
        Needed needed =
                new Needed(
                        shown.ids(),
                        ShownKeys.routed(requests),
                        ShownKeys.people(requests),
                        (known, now) -> shown.anyRight(secrets, known, now));
        List<CheckResult> foreseen = foreseen(session, requests, secrets, needed);
        return foreseen == null ? inSnapshot(session, requests, secrets, needed) : foreseen;
    }

    /**
     * Decides on what the cache stands at, and records that if nothing has changed since. If
     * something has, nothing was written, and there is no answer.
     */
    private @Nullable List<CheckResult> foreseen(
            GateSession session, List<CheckRequest> requests, Secrets secrets, Needed needed)
            throws SQLException {
        SnapshotTime time = foresight.of(cache.snapshot(), nanoTime.getAsLong());
        if (time == null) {
            return null;
        }
        cache.load(session.reader(), needed, time.now());
        Drafts drafts = drafts(requests, secrets, time);
        if (UnchangedInsert.fits(drafts.batch())) {
            long sent = nanoTime.getAsLong();
            Attempt attempt = recorder.attempt(session, drafts.batch(), time.snapshot());
            foresight.taken(attempt.at(), sent);
            foresight.learn(attempt.recorded());
            if (attempt.recorded()) {
                cache.unchangedUntil(attempt.at());
                return drafts.answers();
            }
        }
        limits.giveBack();
        return null;
    }

    private List<CheckResult> inSnapshot(
            GateSession session, List<CheckRequest> requests, Secrets secrets, Needed needed)
            throws SQLException {
        session.begin();
        long begun = nanoTime.getAsLong();
        SnapshotTime time = cache.advance(session.reader(), needed);
        foresight.taken(time, begun);
        refuseErasedHints();
        probe.snapshotTaken();
        Drafts drafts = drafts(requests, secrets, time);
        recorder.record(session, drafts.batch(), begun);
        return drafts.answers();
    }

    private Drafts drafts(List<CheckRequest> requests, Secrets secrets, SnapshotTime time)
            throws SQLException {
        List<Outcome> decided =
                new Outcomes(new Decider(cache, secrets, time.now()), new UseDrafts(personal))
                        .of(requests, limits, time.now(), quotaSessions);
        return new Drafts(
                decided,
                journal.compose(
                        time.now(), time.snapshot(), decided.stream().map(Outcome::use).toList()));
    }

    /** A record refers to no value that was erased before its snapshot. */
    private void refuseErasedHints() {
        if (cache.missedChanges() || personal.forget(cache.erasedValues())) {
            throw new StaleHint();
        }
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
