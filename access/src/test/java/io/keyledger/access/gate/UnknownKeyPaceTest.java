package io.keyledger.access.gate;

import static io.keyledger.access.gate.Checks.behalf;
import static io.keyledger.access.gate.Checks.direct;

import static org.assertj.core.api.Assertions.assertThat;

import io.keyledger.access.batch.GateProbe;
import io.keyledger.access.batch.GateSettings;
import io.keyledger.access.check.BehalfCheck;
import io.keyledger.access.check.CheckResult;
import io.keyledger.access.check.DenyReason;
import io.keyledger.access.fixture.Fixture;
import io.keyledger.access.key.ApiKeyText;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;

class UnknownKeyPaceTest {

    private static final Duration PACE = Duration.ofSeconds(3);

    private static Fixture fixture;
    private static CheckGate gate;
    private static ApiKeyText gateway;
    private static ApiKeyText key;

    @BeforeAll
    static void open() {
        fixture = Fixture.create();
        fixture.workspace("acme");
        fixture.workspace("other");
        gateway = fixture.key(fixture.user("acme", fixture.role("acme", "checks:perform")));
        key = fixture.key(fixture.user("acme", fixture.role("acme", "catalog:view")));
        GateSettings settings = GateSettings.DEFAULTS;
        gate =
                fixture.gate(
                        new GateSettings(
                                settings.maxBatch(),
                                settings.queueCapacity(),
                                settings.gatherFor(),
                                settings.commitWithin(),
                                settings.answerWithin(),
                                PACE),
                        GateProbe.NONE);
    }

    @AfterAll
    static void close() {
        gate.close();
        fixture.close();
    }

    @Test
    void whatIsToldAsUnknownIsToldAtThePaceAndNothingElseWaits() {
        long begun = System.nanoTime();
        List<CompletableFuture<CheckResult>> unknown =
                List.of(
                        ask(behalf(gateway, Fixture.newKey(), "catalog:view")),
                        ask(behalf(gateway, wrong(key), "catalog:view")),
                        ask(behalf(gateway, foreign(), "catalog:view")),
                        ask(behalf(Fixture.newKey(), key, "catalog:view")),
                        ask(behalf(wrong(gateway), key, "catalog:view")));
        assertThat(gate.check(direct(key, "catalog:view")).allowed()).isTrue();
        assertThat(gate.check(direct(key, "catalog:delete")).reason())
                .isEqualTo(DenyReason.PERMISSION_NOT_GRANTED);
        assertThat(unknown).noneMatch(CompletableFuture::isDone);
        assertThat(unknown)
                .extracting(answer -> answer.join().reason())
                .containsExactly(
                        DenyReason.UNKNOWN_KEY,
                        DenyReason.WRONG_SECRET,
                        DenyReason.FOREIGN_WORKSPACE,
                        DenyReason.UNKNOWN_KEY,
                        DenyReason.WRONG_SECRET);
        assertThat(System.nanoTime() - begun).isGreaterThanOrEqualTo(PACE.toNanos());
    }

    @Test
    void oneOfManyThatIsUnknownKeepsTheWholeAnswer() {
        long begun = System.nanoTime();
        List<CheckResult> answers =
                gate.checkAll(
                        List.of(
                                behalf(gateway, key, "catalog:view"),
                                behalf(gateway, wrong(key), "catalog:view")));
        assertThat(answers)
                .extracting(CheckResult::reason)
                .containsExactly(null, DenyReason.WRONG_SECRET);
        assertThat(System.nanoTime() - begun).isGreaterThanOrEqualTo(PACE.toNanos());
    }

    @Test
    void aGateThatClosesGivesWhatIsOnRecordFirst() {
        try (Fixture company = Fixture.create();
                CheckGate closing = company.gate()) {
            CompletableFuture<CheckResult> answer =
                    closing.ask(behalf(Fixture.newKey(), Fixture.newKey(), "catalog:view"))
                            .toCompletableFuture();
            closing.close();
            assertThat(answer)
                    .isCompletedWithValueMatching(
                            result -> result.reason() == DenyReason.UNKNOWN_KEY);
        }
    }

    @Test
    void thePaceIsCountedFromWhenItWasAsked() {
        assertThat(Answering.untilNext(10, 0)).isEqualTo(10);
        assertThat(Answering.untilNext(10, 9)).isEqualTo(1);
        assertThat(Answering.untilNext(10, 10)).isEqualTo(10);
        assertThat(Answering.untilNext(10, 32)).isEqualTo(8);
    }

    private static CompletableFuture<CheckResult> ask(BehalfCheck check) {
        return gate.ask(check).toCompletableFuture();
    }

    private static ApiKeyText foreign() {
        return fixture.key(fixture.user("other", fixture.role("other", "catalog:view")));
    }

    private static ApiKeyText wrong(ApiKeyText key) {
        return ApiKeyText.generate(key.keyId(), Fixture.RANDOM);
    }
}
