package io.keyledger.access.gate;

import static io.keyledger.access.gate.Checks.direct;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.keyledger.access.key.ApiKeyText;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.datasource.DelegatingDataSource;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;

class CheckGateRecoveryTest {

    private static final String CUT =
            "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE usename ="
                    + " 'keyledger_command' AND datname = current_database()";

    private static Fixture fixture;
    private static Connection superuser;
    private static ApiKeyText key;

    @BeforeAll
    static void open() throws SQLException {
        fixture = Fixture.create();
        superuser = fixture.database.superuser().getConnection();
        fixture.workspace("acme");
        key = fixture.key(fixture.user("acme", fixture.role("acme", "catalog:view")));
    }

    @AfterAll
    static void close() throws SQLException {
        superuser.close();
        fixture.close();
    }

    @Test
    void anUnreachableDatabaseIsNoAnswerAndRecoversWithoutRestart() {
        Switch dataSource = new Switch();
        try (CheckGate gate = CheckGate.open(dataSource, fixture.hasher, Fixture.IDS)) {
            dataSource.down.set(true);
            assertThatThrownBy(() -> gate.check(direct(key, "catalog:view")))
                    .isInstanceOf(NotRecorded.class);
            dataSource.down.set(false);
            assertThat(gate.check(direct(key, "catalog:view")).allowed()).isTrue();
            dataSource.down.set(true);
            cut();
            assertThatThrownBy(() -> gate.check(direct(key, "catalog:view")))
                    .isInstanceOf(NotRecorded.class);
            dataSource.down.set(false);
            assertThat(gate.check(direct(key, "catalog:view")).allowed()).isTrue();
        }
    }

    @Test
    void aConnectionLostBetweenBatchesIsReplacedUnnoticed() {
        try (CheckGate gate = fixture.gate()) {
            UUID writer = gate.check(direct(key, "catalog:view")).recordId().writer();
            cut();
            Decision decision = gate.check(direct(key, "catalog:view"));
            assertThat(decision.allowed()).isTrue();
            assertThat(decision.recordId().writer()).isEqualTo(writer);
            assertThat(decision.recordId().sequence()).isEqualTo(1);
        }
    }

    @Test
    void aConnectionLostAtCommitIsNoAnswerAndBeginsAnotherStream() {
        AtomicBoolean cut = new AtomicBoolean();
        GateProbe probe =
                new GateProbe() {
                    @Override
                    public void beforeCommit() {
                        if (cut.getAndSet(false)) {
                            cut();
                        }
                    }
                };
        try (CheckGate gate = fixture.gate(probe)) {
            RecordIds.Pair before = RecordIds.of(gate.check(direct(key, "catalog:view")));
            cut.set(true);
            assertThatThrownBy(() -> gate.check(direct(key, "catalog:view")))
                    .isInstanceOf(NotRecorded.class)
                    .hasMessageContaining("uncertain");
            RecordIds.Pair after = RecordIds.of(gate.check(direct(key, "catalog:view")));
            assertThat(after.writer()).isNotEqualTo(before.writer());
            assertThat(after.sequence()).isZero();
        }
    }

    private static void cut() {
        Fixture.run(superuser, CUT);
        while (fixture.number(
                        "SELECT count(*) FROM pg_stat_activity WHERE usename = 'keyledger_command'"
                                + " AND datname = current_database()")
                > 0) {
            Thread.onSpinWait();
        }
    }

    /** Writer and number of a decision's record. */
    private static final class RecordIds {
        record Pair(UUID writer, long sequence) {}

        static Pair of(Decision decision) {
            return new Pair(decision.recordId().writer(), decision.recordId().sequence());
        }
    }

    /** A data source that can be down. */
    private static final class Switch extends DelegatingDataSource {

        private final AtomicBoolean down = new AtomicBoolean();

        Switch() {
            super(fixture.database.command());
        }

        @Override
        public Connection getConnection() throws SQLException {
            if (down.get()) {
                throw new SQLException("down", "08001");
            }
            return super.getConnection();
        }
    }
}
