package io.keyledger.console.serviceuser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.keyledger.client.api.Named;
import io.keyledger.client.api.Permissions;
import io.keyledger.client.api.Permissions.Rate;
import io.keyledger.client.api.Permissions.Route;
import io.keyledger.client.api.Permissions.Step;
import io.keyledger.client.api.Permissions.Why;
import io.keyledger.console.page.Times;
import io.keyledger.console.page.Unreadable;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

class TrialTest {

    private static final UUID ID = UUID.fromString("01939f2e-7c1a-7b55-8e0a-5d1f3c2b4a61");
    private static final Instant NOW = Instant.parse("2026-11-23T12:00:00Z");
    private static final Named OFFICE = new Named(ID, "office");

    @Test
    void stepsAreSaidAsPeopleWould() {
        assertThat(said(step("key", "holds", null))).isEqualTo("good: Key nightly can be used.");
        assertThat(said(step("key", "fails", "key-expired")))
                .isEqualTo("bad: Key nightly cannot be used: it is expired.");
        assertThat(said(step("service-user", "fails", "service-user-disabled")))
                .isEqualTo("bad: It is disabled.");
        assertThat(said(step("network", "fails", "network-not-allowed")))
                .isEqualTo("bad: the address 192.0.2.7 is not in its networks.");
        assertThat(said(step("weekly-window", "holds", "outside-weekly-window")))
                .isEqualTo("good: that time is within its hours of the week.");
        assertThat(said(step("permission", "fails", "resource-not-granted")))
                .isEqualTo("bad: It holds catalog:view for other resources only.");
    }

    @Test
    void aGuardThatOnlyNotesIsNoRefusal() {
        Step noted =
                new Step(
                        "validity",
                        "fails",
                        "outside-validity",
                        null,
                        OFFICE,
                        true,
                        null,
                        null,
                        null,
                        null);
        Trial trial = trial(noted);
        assertThat(trial.lines().getFirst().sign()).isEqualTo("✗ noted only");
        assertThat(trial.lines().getFirst().tone()).isEqualTo("plain");
    }

    @Test
    void whatIsOpenSaysWhyAndWhatIsKnown() {
        Rate rate = new Rate(40, 40, NOW);
        Step open =
                new Step(
                        "rate-limit",
                        "not-evaluated",
                        "rate-limited",
                        "nodes have taken all",
                        OFFICE,
                        null,
                        null,
                        null,
                        null,
                        rate);
        assertThat(said(open))
                .startsWith("plain: not evaluated: nodes have taken all (at most 40 of 40 used");
    }

    @Test
    void waysAndRoutesAreNamed() {
        Why why = new Why(OFFICE, null, new Named(ID, "reader"));
        Step held =
                new Step(
                        "permission",
                        "holds",
                        null,
                        null,
                        null,
                        null,
                        null,
                        "catalog:view",
                        List.of(why, why),
                        null);
        assertThat(said(held))
                .isEqualTo("good: It holds catalog:view by group office → role reader.");
        Route open = new Route(ID, "catalog", "GET", "/v1/status", null);
        Step route = new Step("route", "holds", null, null, null, null, open, null, null, null);
        assertThat(said(route)).isEqualTo("good: Route GET /v1/status of catalog is public.");
    }

    @Test
    void aQuestionIsAskedAsTheApiTakesIt() {
        Question asked =
                new Question(
                        " ",
                        "GET",
                        "/v1",
                        "192.0.2.7",
                        "2026-11-23T12:00:00",
                        "",
                        "",
                        "asset",
                        "",
                        "region: eu\n");
        assertThat(asked.parameters())
                .containsOnly(
                        Map.entry("method", "GET"),
                        Map.entry("path", "/v1"),
                        Map.entry("address", "192.0.2.7"),
                        Map.entry("time", "2026-11-23T12:00:00Z"),
                        Map.entry(
                                "resource",
                                "{\"type\":\"asset\",\"attributes\":{\"region\":\"eu\"}}"));
        Question unreadable =
                new Question("a:b", null, null, null, "noon", null, null, null, null, null);
        assertThatThrownBy(unreadable::parameters).isInstanceOf(Unreadable.class);
    }

    private static String said(Step step) {
        Trial.Line line = trial(step).lines().getFirst();
        return line.tone() + ": " + line.text();
    }

    private static Trial trial(Step step) {
        return Trial.of(
                new Permissions.Trial(
                        "deny",
                        "no-route",
                        null,
                        true,
                        NOW,
                        "192.0.2.7",
                        "k",
                        List.of(step),
                        List.of()),
                Map.of("k", "nightly"),
                new Times(NOW));
    }

    private static Step step(String name, String outcome, @Nullable String refusal) {
        return new Step(name, outcome, refusal, null, null, null, null, "catalog:view", null, null);
    }
}
