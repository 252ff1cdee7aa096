package io.keyledger.access.gate;

import static io.keyledger.access.gate.Checks.direct;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.keyledger.access.batch.GateProbe;
import io.keyledger.access.check.Decision;
import io.keyledger.access.check.NotRecorded;
import io.keyledger.access.fixture.Fixture;
import io.keyledger.access.fixture.Switch;
import io.keyledger.access.key.ApiKeyText;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;

class CheckGateRecoveryTest {

    private static Fixture fixture;
    private static ApiKeyText key;

    @BeforeAll
    static void open() {
        fixture = Fixture.create();
        fixture.workspace("acme");
        key = fixture.key(fixture.user("acme", fixture.role("acme", "catalog:view")));
    }

    @AfterAll
    static void close() {
        fixture.close();
    }

    @Test
    void anUnreachableDatabaseIsNoAnswerAndRecoversWithoutRestart() {
        Switch dataSource = new Switch(fixture.database.command());
        try (CheckGate gate = CheckGate.open(dataSource, fixture.hasher, Fixture.IDS)) {
            dataSource.down.set(true);
            assertThatThrownBy(() -> gate.check(direct(key, "catalog:view")))
                    .isInstanceOf(NotRecorded.class);
            dataSource.down.set(false);
            assertThat(gate.check(direct(key, "catalog:view")).allowed()).isTrue();
            dataSource.down.set(true);
            fixture.cutConnections();
            assertThatThrownBy(() -> gate.check(direct(key, "catalog:view")))
                    .isInstanceOf(NotRecorded.class);
            dataSource.down.set(false);
            assertThat(gate.check(direct(key, "catalog:view")).allowed()).isTrue();
        }
    }

    @Test
    void aConnectionLostWhileNobodyAskedIsReplacedUnnoticed() throws InterruptedException {
        try (CheckGate gate = fixture.gate()) {
            UUID writer = gate.check(direct(key, "catalog:view")).recordId().writer();
            fixture.cutConnections();
            Thread.sleep(120);
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
                            fixture.cutConnections();
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

    /** Writer and number of a decision's record. */
    private static final class RecordIds {
        record Pair(UUID writer, long sequence) {}

        static Pair of(Decision decision) {
            return new Pair(decision.recordId().writer(), decision.recordId().sequence());
        }
    }
}
