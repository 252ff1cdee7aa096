package io.keyledger.access.gate;

import static io.keyledger.access.gate.Checks.behalf;
import static io.keyledger.access.gate.Checks.direct;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.keyledger.access.batch.GateProbe;
import io.keyledger.access.batch.GateSettings;
import io.keyledger.access.check.NotRecorded;
import io.keyledger.access.fixture.Fixture;
import io.keyledger.access.fixture.Switch;
import io.keyledger.access.key.ApiKeyText;
import io.keyledger.access.metrics.GateMetrics;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.micrometer.observation.ObservationRegistry;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class GateMetricsTest {

    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private Fixture fixture;
    private Switch dataSource;
    private ApiKeyText key;
    private CheckGate gate;

    @BeforeEach
    void open() {
        fixture = Fixture.create();
        fixture.workspace("acme");
        key =
                fixture.key(
                        fixture.user(
                                "acme", fixture.role("acme", "catalog:view", "checks:perform")));
        dataSource = new Switch(fixture.database.command());
        gate =
                CheckGate.open(
                        dataSource,
                        fixture.hasher,
                        Fixture.IDS,
                        GateSettings.DEFAULTS,
                        GateProbe.NONE,
                        new GateMetrics(meters, ObservationRegistry.NOOP));
    }

    @AfterEach
    void close() {
        gate.close();
        fixture.close();
    }

    @Test
    void checksAreCountedByDecisionAndReason() {
        gate.check(direct(key, "catalog:view"));
        gate.check(direct(key, "catalog:view"));
        gate.check(direct(key, "catalog:manage"));
        gate.check(behalf(key, key, "catalog:view"));
        assertThat(checks("caller", "allow", "none")).isEqualTo(2);
        assertThat(checks("caller", "deny", "permission-not-granted")).isEqualTo(1);
        assertThat(checks("other", "allow", "none")).isEqualTo(1);
        assertThat(meters.get("keyledger.check.batch.size").summary().count()).isEqualTo(4);
        assertThat(meters.get("keyledger.check.commit").timer().count()).isEqualTo(4);
    }

    @Test
    void whetherAGuessedKeyExistsIsNotTold() {
        ApiKeyText guess = ApiKeyText.generate(key.keyId(), Fixture.RANDOM);
        gate.check(direct(guess, "catalog:view"));
        gate.check(direct(Fixture.newKey(), "catalog:view"));
        assertThat(checks("caller", "deny", "unknown-key")).isEqualTo(2);
        assertThat(meters.find("keyledger.checks").tag("reason", "wrong-secret").counters())
                .isEmpty();
    }

    @Test
    void aCheckThatIsNotRecordedIsCountedAndTheGateSaysSo() {
        gate.check(direct(key, "catalog:view"));
        assertThat(gate.condition()).isEqualTo(GateCondition.GOOD);
        dataSource.down.set(true);
        fixture.cutConnections();
        assertThatThrownBy(() -> gate.check(direct(key, "catalog:view")))
                .isInstanceOf(NotRecorded.class);
        assertThat(
                        meters.get("keyledger.checks.unanswered")
                                .tag("cause", "not-recorded")
                                .counter()
                                .count())
                .isEqualTo(1);
        assertThat(gate.condition()).isEqualTo(GateCondition.FAILING);
        dataSource.down.set(false);
        gate.check(direct(key, "catalog:view"));
        assertThat(gate.condition()).isEqualTo(GateCondition.GOOD);
        gate.close();
        assertThat(gate.condition()).isEqualTo(GateCondition.CLOSED);
    }

    private double checks(String about, String decision, String reason) {
        return meters.get("keyledger.checks")
                .tags("about", about, "decision", decision, "reason", reason)
                .counter()
                .count();
    }
}
