package io.keyledger.access.gate;

import static io.keyledger.access.gate.Checks.direct;
import static io.keyledger.access.gate.Checks.directFrom;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.keyledger.access.batch.GateObserver;
import io.keyledger.access.batch.GateProbe;
import io.keyledger.access.batch.GateSettings;
import io.keyledger.access.check.Decision;
import io.keyledger.access.check.DenyReason;
import io.keyledger.access.check.NotRecorded;
import io.keyledger.access.fixture.Fixture;
import io.keyledger.access.fixture.Policies;
import io.keyledger.access.key.ApiKeyText;
import io.keyledger.access.key.PresentedKey;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;

/** A batch that follows another closely is decided before it has a snapshot. */
class CheckGateForesightTest {

    private static Fixture fixture;

    private final AtomicLong nanos = new AtomicLong();
    private final Steps steps = new Steps();
    private UUID role;
    private UUID user;
    private ApiKeyText key;
    private CheckGate gate;

    @BeforeAll
    static void open() {
        fixture = Fixture.create();
        fixture.workspace("acme");
    }

    @AfterAll
    static void close() {
        fixture.close();
    }

    /** Its own clock stands still, so that every batch follows the first one closely. */
    @BeforeEach
    void oneBatchWasAnswered() {
        role = fixture.role("acme", "catalog:view");
        user = fixture.user("acme", role);
        key = fixture.key(user);
        gate =
                new CheckGate(
                        fixture.database.command(),
                        fixture.hasher,
                        Fixture.IDS,
                        GateSettings.DEFAULTS,
                        steps,
                        GateObserver.NONE,
                        nanos::get);
        assertThat(check().allowed()).isTrue();
        assertThat(steps.toString()).isEqualTo("snapshot commit ");
    }

    @AfterEach
    void closeGate() {
        gate.close();
    }

    @Test
    void itIsRecordedByOneStatement() {
        Decision first = check();
        Decision second = check();
        assertThat(first.allowed()).isTrue();
        assertThat(steps.toString()).isEqualTo("snapshot commit commit commit ");
        assertThat(second.recordId().writer()).isEqualTo(first.recordId().writer());
        assertThat(second.recordId().sequence()).isEqualTo(first.recordId().sequence() + 1);
        assertThat(fixture.recordOf(second.recordId()).uses().header().decidedAt())
                .isEqualTo(second.decidedAt());
    }

    @Test
    void aRevocationBetweenItsDecisionAndItsStatementIsSeenAndNothingOfTheDecisionIsWritten() {
        long before = records();
        steps.beforeCommit =
                () -> fixture.sql("UPDATE access.role SET permissions = '{}' WHERE id = ?", role);
        Decision refused = check();
        assertThat(refused.allowed()).isFalse();
        assertThat(steps.toString()).isEqualTo("snapshot commit commit snapshot commit ");
        assertThat(refused.recordId().sequence()).isEqualTo(1);
        assertThat(records()).isEqualTo(before + 1);
        assertThat(check().allowed()).isFalse();
        assertThat(steps.toString()).isEqualTo("snapshot commit commit snapshot commit commit ");
    }

    @Test
    void whatIsLoadedForItIsDroppedIfItChangesBeforeTheStatement() {
        UUID other = fixture.role("acme", "catalog:edit");
        ApiKeyText later = fixture.key(fixture.user("acme", other));
        check();
        steps.beforeCommit =
                () -> fixture.sql("UPDATE access.role SET permissions = '{}' WHERE id = ?", other);
        assertThat(gate.check(direct(later, "catalog:edit")).allowed()).isFalse();
    }

    @Test
    void aRevocationWhoseNoteIsPrunedAlreadyIsSeen() {
        fixture.sql("UPDATE access.role SET permissions = '{}' WHERE id = ?", role);
        fixture.sql("DELETE FROM access.access_change");
        fixture.sql("UPDATE access.access_change_horizon SET xid = pg_current_xact_id()");
        assertThat(check().allowed()).isFalse();
    }

    @Test
    void aKeyThatIsMadeBetweenIsKnown() {
        ApiKeyText later = Fixture.newKey();
        steps.beforeCommit =
                () ->
                        fixture.sql(
                                "UPDATE access.api_key SET id = ?, secret_hash = ? WHERE id = ?",
                                later.keyId(),
                                Fixture.bytes(fixture.hasher.hash(later)),
                                key.keyId());
        assertThat(gate.check(direct(later, "catalog:view")).allowed()).isTrue();
    }

    @Test
    void aValueThatIsErasedBetweenIsReferredToNoMore() {
        PresentedKey shown = new PresentedKey.WellFormed(key);
        gate.check(directFrom("203.0.113.9", shown, "catalog:view"));
        steps.beforeCommit =
                () ->
                        fixture.sql(
                                "UPDATE store.personal_value SET value = NULL, salt = NULL"
                                        + " WHERE value = '203.0.113.9'");
        Decision decision = gate.check(directFrom("203.0.113.9", shown, "catalog:view"));
        assertThat(fixture.addressOf(decision.recordId())).contains("203.0.113.9");
    }

    @Test
    void aUseThatWasDecidedTwiceIsTakenFromItsLimitOnce() {
        Policies policies = new Policies(fixture);
        policies.attach(policies.policy("acme", "enabled", Policies.rate(3, 3600)), user);
        assertThat(check().allowed()).isTrue();
        steps.beforeCommit = () -> fixture.role("acme", "unrelated:view");
        assertThat(check().allowed()).isTrue();
        assertThat(check().allowed()).isTrue();
        assertThat(check().reason()).isEqualTo(DenyReason.RATE_LIMITED);
    }

    @Test
    void itsTimeIsBetweenRequestAndAnswerByTheDatabasesClock() {
        gate.close();
        gate = fixture.gate(steps);
        check();
        for (int i = 0; i < 200; i++) {
            Instant before = clock();
            Decision decision = check();
            assertThat(decision.decidedAt()).isBetween(before, clock());
        }
        assertThat(steps.toString().split("snapshot")).hasSizeLessThan(50);
    }

    @Test
    void aTimeThatTheDatabasesClockHasNotReachedIsNotDecidedAt() {
        nanos.addAndGet(90_000_000);
        Decision decision = check();
        assertThat(decision.decidedAt()).isBeforeOrEqualTo(clock());
        assertThat(steps.toString()).isEqualTo("snapshot commit commit snapshot commit ");
    }

    @Test
    void aTimeThatTheDatabasesClockHasLongPassedIsNotDecidedAt() throws InterruptedException {
        Thread.sleep(1_050);
        Instant before = clock();
        assertThat(check().decidedAt()).isAfterOrEqualTo(before);
        assertThat(steps.toString()).isEqualTo("snapshot commit commit snapshot commit ");
    }

    @Test
    void whoAsksATenthOfASecondLaterHasASnapshotFirst() {
        nanos.addAndGet(100_000_001);
        assertThat(check().allowed()).isTrue();
        assertThat(steps.toString()).isEqualTo("snapshot commit snapshot commit ");
    }

    @Test
    void aConnectionLostBeforeTheStatementIsNoAnswerAndBeginsAnotherStream() {
        UUID writer = check().recordId().writer();
        steps.beforeCommit = fixture::cutConnections;
        assertThatThrownBy(this::check)
                .isInstanceOf(NotRecorded.class)
                .hasMessageContaining("uncertain");
        Decision next = check();
        assertThat(next.allowed()).isTrue();
        assertThat(next.recordId().writer()).isNotEqualTo(writer);
        assertThat(next.recordId().sequence()).isZero();
    }

    private Decision check() {
        return gate.check(direct(key, "catalog:view"));
    }

    private static long records() {
        return fixture.number("SELECT count(*) FROM store.key_use_batch");
    }

    private static Instant clock() {
        return Instant.parse(
                fixture.text(
                        "SELECT to_char(clock_timestamp() AT TIME ZONE 'UTC',"
                                + " 'YYYY-MM-DD\"T\"HH24:MI:SS.US\"Z\"')"));
    }

    /** Writes down what happens to batches, and does something once before the next commit. */
    private static final class Steps implements GateProbe {

        private final StringBuffer steps = new StringBuffer();
        private volatile @Nullable Runnable beforeCommit;

        @Override
        public void snapshotTaken() {
            steps.append("snapshot ");
        }

        @Override
        public void beforeCommit() {
            steps.append("commit ");
            Runnable once = beforeCommit;
            beforeCommit = null;
            if (once != null) {
                once.run();
            }
        }

        @Override
        public String toString() {
            return steps.toString();
        }
    }
}
