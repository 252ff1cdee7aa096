package io.keyledger.access.gate;

import static io.keyledger.access.gate.Checks.direct;

import static org.assertj.core.api.Assertions.assertThat;

import io.keyledger.access.batch.GateProbe;
import io.keyledger.access.check.Decision;
import io.keyledger.access.check.DenyReason;
import io.keyledger.access.fixture.Fixture;
import io.keyledger.access.key.ApiKeyText;
import io.keyledger.access.state.AccessChangePruner;
import io.keyledger.shared.use.EntityVersion;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Exchanger;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

class CheckGateConsistencyTest {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private static Fixture fixture;

    private UUID role;
    private UUID user;
    private ApiKeyText key;

    @BeforeAll
    static void open() {
        fixture = Fixture.create();
        fixture.workspace("acme");
    }

    @AfterAll
    static void close() {
        fixture.close();
    }

    @BeforeEach
    void aUserWithARole() {
        role = fixture.role("acme", "catalog:view");
        user = fixture.user("acme");
        fixture.join(user, fixture.group("acme", role));
        key = fixture.key(user);
    }

    @Test
    void whatCommittedOutOfOrderIsSeenAllTheSame() throws SQLException {
        try (CheckGate gate = fixture.gate();
                Connection slow = fixture.database.owner().getConnection()) {
            slow.setAutoCommit(false);
            Fixture.run(
                    slow,
                    "UPDATE access.role SET permissions = '{}', version = 4 WHERE id = ?",
                    role);
            for (int i = 0; i < 3; i++) {
                fixture.role("acme", "later:view");
                assertThat(allowed(gate)).isTrue();
            }
            slow.commit();
            assertThat(allowed(gate)).isFalse();
        }
    }

    @Test
    void aRoleChangeTouchesTheRoleAloneAndIsDecidedOnItsNewVersion() {
        try (CheckGate gate = fixture.gate()) {
            assertThat(allowed(gate)).isTrue();
            long notes = fixture.number("SELECT count(*) FROM access.access_change");
            fixture.sql(
                    "UPDATE access.role SET permissions = '{a:b}', version = 9 WHERE id = ?", role);
            assertThat(fixture.number("SELECT count(*) FROM access.access_change"))
                    .isEqualTo(notes + 1);
            Decision decision = gate.check(direct(key, "a:b"));
            assertThat(decision.allowed()).isTrue();
            assertThat(fixture.recordOf(decision.recordId()).uses().header().entities())
                    .extracting(EntityVersion::version)
                    .contains(9L);
        }
    }

    @Test
    void eachKindOfChangeReachesTheCache() {
        try (CheckGate gate = fixture.gate()) {
            assertThat(allowed(gate)).isTrue();
            fixture.sql("DELETE FROM access.service_user_group WHERE service_user_id = ?", user);
            assertThat(allowed(gate)).isFalse();
            fixture.sql("INSERT INTO access.service_user_role VALUES (?, ?)", user, role);
            assertThat(allowed(gate)).isTrue();
            fixture.sql("DELETE FROM access.service_user_role WHERE service_user_id = ?", user);
            UUID group = fixture.group("acme");
            fixture.join(user, group);
            assertThat(allowed(gate)).isFalse();
            fixture.sql("INSERT INTO access.group_role VALUES (?, ?)", group, role);
            assertThat(allowed(gate)).isTrue();
            fixture.sql("DELETE FROM access.group_role WHERE group_id = ?", group);
            assertThat(allowed(gate)).isFalse();
        }
    }

    @Test
    void aKeyMadeAfterItWasAskedForIsKnownAtOnce() {
        try (CheckGate gate = fixture.gate()) {
            ApiKeyText later = Fixture.newKey();
            assertThat(gate.check(direct(later, "catalog:view")).reason())
                    .isEqualTo(DenyReason.UNKNOWN_KEY);
            fixture.sql(
                    "UPDATE access.api_key SET id = ?, secret_hash = ? WHERE id = ?",
                    later.keyId(),
                    Fixture.bytes(fixture.hasher.hash(later)),
                    key.keyId());
            assertThat(gate.check(direct(later, "catalog:view")).allowed()).isTrue();
        }
    }

    @Test
    void aBatchUnderWayDecidesBySnapshotAndTheNextByTheChange() throws Exception {
        Exchanger<String> meeting = new Exchanger<>();
        GateProbe probe =
                new GateProbe() {
                    @Override
                    public void snapshotTaken() {
                        meet(meeting, "snapshot taken");
                        meet(meeting, "go on");
                    }
                };
        try (CheckGate gate = fixture.gate(probe)) {
            CompletableFuture<Boolean> before = CompletableFuture.supplyAsync(() -> allowed(gate));
            meet(meeting, "");
            fixture.sql("UPDATE access.role SET permissions = '{}' WHERE id = ?", role);
            CompletableFuture<Boolean> after = CompletableFuture.supplyAsync(() -> allowed(gate));
            meet(meeting, "");
            assertThat(before.get(5, TimeUnit.SECONDS)).isTrue();
            meet(meeting, "");
            meet(meeting, "");
            assertThat(after.get(5, TimeUnit.SECONDS)).isFalse();
        }
    }

    @Test
    void pruningBeyondTheCacheForcesAReload() throws SQLException {
        try (CheckGate gate = fixture.gate()) {
            assertThat(allowed(gate)).isTrue();
            fixture.sql("UPDATE access.role SET permissions = '{}' WHERE id = ?", role);
            fixture.sql("UPDATE access.access_change SET changed_at = now() - interval '11 min'");
            pruneEverything();
            assertThat(allowed(gate)).isFalse();
        }
    }

    /** Any older transaction keeps notes, also one of the server itself, such as autovacuum's. */
    private static void pruneEverything() throws SQLException {
        AccessChangePruner pruner = new AccessChangePruner(fixture.database.command());
        long pruned = pruner.prune();
        long until = System.nanoTime() + PATIENCE.toNanos();
        while (notes() > 0 && System.nanoTime() < until) {
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(20));
            pruned += pruner.prune();
        }
        assertThat(notes()).isZero();
        assertThat(pruned).isPositive();
    }

    private static long notes() {
        return fixture.number("SELECT count(*) FROM access.access_change");
    }

    @Test
    void whatNobodyMayHaveSeenYetIsNotPruned() throws SQLException {
        try (Connection slow = fixture.database.owner().getConnection()) {
            slow.setAutoCommit(false);
            Fixture.run(slow, "UPDATE access.role SET version = 4 WHERE id = ?", role);
            fixture.sql("UPDATE access.role SET version = 4 WHERE id <> ?", role);
            long newer = fixture.number("SELECT count(*) FROM access.access_change");
            fixture.sql("UPDATE access.access_change SET changed_at = now() - interval '1 day'");
            new AccessChangePruner(fixture.database.command()).prune();
            assertThat(fixture.number("SELECT count(*) FROM access.access_change"))
                    .isBetween(1L, newer);
            slow.rollback();
        }
    }

    private boolean allowed(CheckGate gate) {
        return gate.check(direct(key, "catalog:view")).allowed();
    }

    private static void meet(Exchanger<String> meeting, String word) {
        try {
            meeting.exchange(word, 5, TimeUnit.SECONDS);
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
