package io.keyledger.console.health;

import static org.assertj.core.api.Assertions.assertThat;

import io.keyledger.client.api.HealthReports.Gate;
import io.keyledger.client.api.HealthReports.Ledger;
import io.keyledger.client.api.HealthReports.Report;
import io.keyledger.client.api.HealthReports.View;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.stream.Stream;

class ReadingsTest {

    private static final Gate IDLE = new Gate("good", 0, 7, 0, 0);

    @Test
    void whatIsWellIsGoodThroughout() {
        Readings readings =
                Readings.of(
                        report(IDLE, new Ledger(3, 0.2, 0, 0), new View("activity", 9, 9.9, 0)));
        assertThat(tones(readings)).containsOnly("good");
        assertThat(readings.causes()).isEmpty();
        assertThat(Reading.lag("view", 1, 0.04, "").value()).isEqualTo("1 record, 0.0 s");
        assertThat(readings.ledger().getFirst().value()).isEqualTo("3 records, 0.2 s");
    }

    @Test
    void lagsAreWorthALookAndThenNotGood() {
        assertThat(lag(9.9)).isEqualTo("good");
        assertThat(lag(10)).isEqualTo("warn");
        assertThat(lag(60)).isEqualTo("bad");
    }

    @Test
    void whatShouldNotBeIsBadAndWhatHasBeenIsWorthALook() {
        Readings readings =
                Readings.of(
                        report(
                                new Gate("stuck", 4_096, 7, 2, 3),
                                new Ledger(0, 0, 1, 1),
                                new View("directory", 0, 0, 1)));
        assertThat(tones(readings))
                .containsExactly(
                        "bad", "bad", "warn", "warn", "good", "good", "bad", "bad", "good", "bad");
        assertThat(readings.gate().get(0).advice()).contains("disk");
        assertThat(readings.views().get(1).advice()).contains("dead letters");
    }

    @Test
    void everyCauseSaysWhatToDo() {
        for (String cause :
                List.of(
                        "database-unavailable",
                        "database-read-only",
                        "schema-outdated",
                        "gate-not-recording",
                        "gate-closed",
                        "loops-not-running",
                        "starting-or-stopping",
                        "sequencer-not-running",
                        "view-activity-not-running",
                        "rebuild-activity-not-running",
                        "ledger-lags",
                        "view-activity-lags",
                        "lag-unknown")) {
            assertThat(Causes.advice(cause)).as(cause).endsWith(".");
        }
        assertThat(Causes.advice("view-activity-lags")).contains("older than a minute");
    }

    @Test
    void whatIsNotKnownIsNotTold() {
        assertThat(Readings.of(report(IDLE, null)).ledger()).isEmpty();
    }

    private static String lag(double seconds) {
        return Readings.of(report(IDLE, null, new View("activity", 1, seconds, 0)))
                .views()
                .getFirst()
                .tone();
    }

    private static List<String> tones(Readings readings) {
        return Stream.of(readings.gate(), readings.ledger(), readings.views())
                .flatMap(List::stream)
                .map(Reading::tone)
                .toList();
    }

    private static Report report(Gate gate, @Nullable Ledger ledger, View... views) {
        return new Report("keyledger", true, List.of(), 0.1, ledger, List.of(views), gate);
    }
}
