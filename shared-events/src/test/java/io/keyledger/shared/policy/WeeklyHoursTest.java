package io.keyledger.shared.policy;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;

/**
 * 2026-03-29 and 2026-10-25 are when Berlin's clocks change, 2026-03-08 and 2026-11-01 New York's.
 */
class WeeklyHoursTest {

    @ParameterizedTest
    @CsvSource({
        "2026-11-23T08:59:59.999999Z, false",
        "2026-11-23T09:00:00Z, true",
        "2026-11-23T16:59:59.999999Z, true",
        "2026-11-23T17:00:00Z, false",
        "2026-11-24T10:00:00Z, false"
    })
    void startsWithItsFirstMinuteAndEndsBeforeItsLast(Instant moment, boolean inside) {
        assertThat(holds(window("monday", "09:00", "17:00", "UTC"), moment)).isEqualTo(inside);
    }

    @ParameterizedTest
    @CsvSource({
        "2026-11-27T21:59:00Z, false",
        "2026-11-27T22:00:00Z, true",
        "2026-11-28T05:59:00Z, true",
        "2026-11-28T06:00:00Z, false",
        "2026-11-27T05:00:00Z, false",
        "2026-11-28T22:30:00Z, false"
    })
    void overMidnightBelongsToTheDayItStarts(Instant moment, boolean inside) {
        assertThat(holds(window("friday", "22:00", "06:00", "UTC"), moment)).isEqualTo(inside);
    }

    @ParameterizedTest
    @CsvSource({"00:00, 24:00", "00:00, 00:00"})
    void aWholeDayIsOneDay(String from, String to) {
        WeeklyWindow sunday = window("sunday", from, to, "UTC");
        assertThat(holds(sunday, Instant.parse("2026-11-21T23:59:59Z"))).isFalse();
        assertThat(holds(sunday, Instant.parse("2026-11-22T00:00:00Z"))).isTrue();
        assertThat(holds(sunday, Instant.parse("2026-11-22T23:59:59Z"))).isTrue();
        assertThat(holds(sunday, Instant.parse("2026-11-23T00:00:00Z"))).isFalse();
    }

    @Test
    void theSameTimeTwiceIsTwentyFourHours() {
        WeeklyWindow window = window("sunday", "06:00", "06:00", "UTC");
        assertThat(holds(window, Instant.parse("2026-11-22T05:59:00Z"))).isFalse();
        assertThat(holds(window, Instant.parse("2026-11-22T06:00:00Z"))).isTrue();
        assertThat(holds(window, Instant.parse("2026-11-23T05:59:00Z"))).isTrue();
        assertThat(holds(window, Instant.parse("2026-11-23T06:00:00Z"))).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "Europe/Berlin, 2026-03-27T08:00:00Z, true",
        "Europe/Berlin, 2026-03-27T07:30:00Z, false",
        "Europe/Berlin, 2026-03-30T07:00:00Z, true",
        "Europe/Berlin, 2026-03-30T15:30:00Z, false",
        "America/New_York, 2026-03-06T14:00:00Z, true",
        "America/New_York, 2026-03-06T13:30:00Z, false",
        "America/New_York, 2026-03-09T13:00:00Z, true",
        "America/New_York, 2026-11-02T13:30:00Z, false",
        "America/New_York, 2026-11-02T21:59:00Z, true"
    })
    void followsTheClocksOfItsZone(String zone, Instant moment, boolean inside) {
        WeeklyWindow window = new WeeklyWindow(List.of("monday", "friday"), "09:00", "17:00", zone);
        assertThat(holds(window, moment)).isEqualTo(inside);
    }

    @ParameterizedTest
    @CsvSource({
        "Europe/Berlin, 2026-03-29, 02:00, 03:00, 0",
        "Europe/Berlin, 2026-03-29, 01:00, 04:00, 120",
        "Europe/Berlin, 2026-10-25, 02:00, 03:00, 120",
        "Europe/Berlin, 2026-10-25, 00:00, 24:00, 1500",
        "Europe/Berlin, 2026-03-28, 22:00, 06:00, 420",
        "America/New_York, 2026-03-08, 02:00, 03:00, 0",
        "America/New_York, 2026-11-01, 01:00, 02:00, 120",
        "America/New_York, 2026-10-31, 22:00, 06:00, 540"
    })
    void anHourThatIsNotThereIsInNoneAndOneTwiceThereTwice(
            String zone, LocalDate day, String from, String to, long minutes) {
        WeeklyWindow window =
                new WeeklyWindow(List.of(day.getDayOfWeek().name().toLowerCase()), from, to, zone);
        Instant start = day.atStartOfDay(ZoneId.of(zone)).toInstant();
        long inside = 0;
        for (int minute = 0; minute < 36 * 60; minute++) {
            inside += holds(window, start.plus(Duration.ofMinutes(minute))) ? 1 : 0;
        }
        assertThat(inside).isEqualTo(minutes);
    }

    @ParameterizedTest
    @CsvSource({
        "Monday, 09:00, 17:00, UTC",
        "mon, 09:00, 17:00, UTC",
        "monday, 9:00, 17:00, UTC",
        "monday, 24:00, 17:00, UTC",
        "monday, 09:00, 24:01, UTC",
        "monday, 09:60, 17:00, UTC",
        "monday, 09:00, 17:00:00, UTC",
        "monday, 09:00, 17:00, Europe/Nowhere",
        "monday, 09:00, 17:00, europe/berlin",
        "monday, 09:00, 17:00, +01:00",
        "monday, 09:00, 17:00, UTC+1",
        "monday, 09:00, 17:00, CET",
        "monday, 09:00, 17:00, Z"
    })
    void whatIsNoWindowHoldsNothing(String day, String from, String to, String zone) {
        WeeklyWindow window = window(day, from, to, zone);
        assertThat(window.usable()).isFalse();
        assertThat(holds(window, Instant.parse("2026-11-23T10:00:00Z"))).isFalse();
    }

    @Test
    void withoutADayThereIsNoWindow() {
        assertThat(new WeeklyWindow(List.of(), "09:00", "17:00", "UTC").usable()).isFalse();
    }

    @Property
    void aWindowAndWhatIsLeftOfTheDayMakeTheWeek(
            @ForAll @IntRange(max = 1439) int from,
            @ForAll @IntRange(max = 1439) int to,
            @ForAll @IntRange(max = 10_080) int minute) {
        List<String> everyDay =
                List.of(
                        "monday",
                        "tuesday",
                        "wednesday",
                        "thursday",
                        "friday",
                        "saturday",
                        "sunday");
        WeeklyWindow window = new WeeklyWindow(everyDay, time(from), time(to), "UTC");
        WeeklyWindow rest = new WeeklyWindow(everyDay, time(to), time(from), "UTC");
        Instant moment = Instant.parse("2026-11-23T00:00:00Z").plusSeconds(60L * minute);

        assertThat(holds(window, moment) ^ holds(rest, moment)).isEqualTo(from != to);
    }

    private static String time(int minute) {
        return "%02d:%02d".formatted(minute / 60, minute % 60);
    }

    private static boolean holds(WeeklyWindow window, Instant moment) {
        return WeeklyHours.of(window).filter(hours -> hours.contains(moment)).isPresent();
    }

    private static WeeklyWindow window(String day, String from, String to, String zone) {
        return new WeeklyWindow(List.of(day), from, to, zone);
    }
}
