package io.keyledger.console.timeline;

import static org.assertj.core.api.Assertions.assertThat;

import io.keyledger.client.api.Audit.Counts;
import io.keyledger.client.api.Audit.Day;
import io.keyledger.client.api.Audit.Hour;
import io.keyledger.client.api.Audit.Hours;
import io.keyledger.console.listing.Search.Chip;

import org.junit.jupiter.api.Test;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/** What the address of a timeline makes of lists, bars and hours. */
class LookedTest {

    private static final LocalDate TODAY = LocalDate.parse("2026-11-28");
    private static final Day BUSY =
            new Day(
                    TODAY,
                    5,
                    40,
                    7,
                    Map.of("role.RoleCreated", 2L, "role.RoleDeleted", 3L),
                    Map.of("no-route", 3L, "key-disabled", 4L));

    @Test
    void timesAreAskedForInUtcHoweverTheyWereWritten() {
        Looked looked =
                Looked.of(
                        "acme",
                        Map.of("from", "2026-11-23T08:00", "to", "2026-11-23T10:00:00+01:00"));
        assertThat(looked.filters())
                .containsEntry("from", "2026-11-23T08:00:00Z")
                .containsEntry("to", "2026-11-23T09:00:00Z");
        assertThat(looked.field("from")).isEqualTo("2026-11-23T08:00");
    }

    @Test
    void addressesKeepFiltersAndLeaveOutWhatIsNone() {
        Looked looked =
                Looked.of("acme", Map.of("kind", "use", "q", " ", "continue", "", "cursor", "c"));
        assertThat(looked.still()).isEqualTo("/console/acme/timeline?kind=use");
        assertThat(looked.following()).isEqualTo("/console/acme/timeline?kind=use&live=on");
        assertThat(looked.pausing()).contains("live=paused", "at=20").contains("kind=use");
        assertThat(looked.between("a", "b&c"))
                .isEqualTo("/console/acme/timeline?from=a&kind=use&to=b%26c");
        assertThat(looked.isStill()).isTrue();
    }

    @Test
    void eachFilterIsAChipWhoseAddressLacksItAndNothingElse() {
        Looked live =
                Looked.of("acme", Map.of("user", "u1", "decision", "deny", "q", "x", "live", "on"));
        assertThat(live.chips(Map.of("u1", "importer")))
                .containsExactly(
                        new Chip("decision", "deny", "/console/acme/timeline?live=on&q=x&user=u1"),
                        new Chip(
                                "service user",
                                "importer",
                                "/console/acme/timeline?decision=deny&live=on&q=x"),
                        new Chip(
                                "text",
                                "x",
                                "/console/acme/timeline?decision=deny&live=on&user=u1"));
        String at = "2026-11-28T00:00:00Z";
        assertThat(Looked.of("acme", Map.of("live", "paused", "at", at)).chips(Map.of())).isEmpty();
        assertThat(Looked.of("acme", Map.of("at", at)).chips(Map.of()))
                .containsExactly(new Chip("as it stood at", at, "/console/acme/timeline"));
    }

    @Test
    void aPausedOneIsAsItStoodAndGoesOnWithoutThat() {
        Looked looked = Looked.of("acme", Map.of("live", "paused", "at", "2026-11-28T00:00:00Z"));
        assertThat(looked.isPaused()).isTrue();
        assertThat(looked.filters()).containsKey("at");
        assertThat(looked.following()).isEqualTo("/console/acme/timeline?live=on");
        assertThat(looked.still()).isEqualTo("/console/acme/timeline");
        assertThat(looked.with("cursor", "c")).contains("live=paused", "cursor=c", "at=");
    }

    @Test
    void barsCountWhatTheListShows() {
        assertThat(shown(Map.of())).isEqualTo("5 40 7");
        assertThat(shown(Map.of("kind", "change"))).isEqualTo("5 0 0");
        assertThat(shown(Map.of("kind", "use"))).isEqualTo("0 40 7");
        assertThat(shown(Map.of("decision", "deny"))).isEqualTo("0 0 7");
        assertThat(shown(Map.of("decision", "allow"))).isEqualTo("0 40 0");
        assertThat(shown(Map.of("reason", "no-route"))).isEqualTo("0 0 3");
        assertThat(shown(Map.of("type", "role.RoleDeleted"))).isEqualTo("3 0 0");
        assertThat(shown(Map.of("type", "use"))).isEqualTo("0 40 7");
        assertThat(shown(Map.of("q", "x"))).isEqualTo("5 0 0");
        assertThat(Shown.by(Map.of("q", "x", "kind", "change", "address", "::/0")).uncounted())
                .containsExactly("address", "q");
    }

    @Test
    void withinTwoDaysItIsHours() {
        assertThat(zoom("2026-11-27T00:00:00Z", "2026-11-29T00:00:00Z").isByHours()).isTrue();
        assertThat(zoom("2026-11-27T00:00:00Z", "2026-11-29T00:00:01Z").isByHours()).isFalse();
        assertThat(zoom("nonsense", "2026-11-29T00:00:00Z").isByHours()).isFalse();
        assertThat(zoom("2026-11-29T00:00:00Z", "2026-11-28T00:00:00Z").isByHours()).isFalse();
    }

    @Test
    void daysAreThoseAskedForAndNeverMoreThanAreCounted() {
        Zoom whole = zoom("2026-11-01T12:00:00Z", "2026-11-11T00:00:00Z");
        assertThat(whole.firstDay(TODAY)).isEqualTo("2026-11-01");
        assertThat(whole.lastDay(TODAY)).isEqualTo("2026-11-10");
        Zoom open = new Zoom(Instant.parse("2020-01-01T00:00:00Z"), null);
        assertThat(open.lastDay(TODAY)).isEqualTo(TODAY);
        assertThat(open.firstDay(TODAY)).isEqualTo(TODAY.minusDays(399));
        Zoom before = new Zoom(null, Instant.parse("2026-11-11T00:00:00Z"));
        assertThat(before.firstDay(TODAY)).isEqualTo("2026-10-12");
        Zoom toCome = new Zoom(Instant.parse("2027-01-05T00:00:00Z"), null);
        assertThat(toCome.firstDay(TODAY)).isEqualTo(toCome.lastDay(TODAY));
    }

    @Test
    void hoursWithEntriesAreMarked() {
        Instant first = Instant.parse("2026-11-28T08:00:00Z");
        Hours had =
                new Hours(
                        first,
                        first.plusSeconds(9_000),
                        List.of(
                                new Hour(first, true, false),
                                new Hour(first.plusSeconds(3_600), true, true)));
        HourStrip strip = HourStrip.of(had, null, (from, to) -> from + " " + to);
        assertThat(strip.hours())
                .extracting(HourStrip.Hour::has)
                .containsExactly("changes", "changes and uses", "nothing");
        assertThat(HourStrip.of(had, "use", (_, _) -> "").activeHours()).isOne();
        assertThat(HourStrip.of(had, "change", (_, _) -> "").activeHours()).isEqualTo(2);
        assertThat(strip.hours().get(1).text()).isEqualTo("28 Nov, 09:00");
        assertThat(strip.hours().getFirst().href())
                .isEqualTo("2026-11-28T08:00:00Z 2026-11-28T09:00:00Z");
        assertThat(strip.width()).isEqualTo(36);
    }

    private static Zoom zoom(String from, String to) {
        return Zoom.of(Map.of("from", from, "to", to));
    }

    private static String shown(Map<String, String> filters) {
        Day day = Shown.by(filters).of(new Counts(TODAY, TODAY, List.of(BUSY))).items().getFirst();
        return day.changes() + " " + day.allowed() + " " + day.denied();
    }
}
