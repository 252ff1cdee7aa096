package io.keyledger.console.timeline;

import io.keyledger.client.api.Audit;
import io.keyledger.client.api.Audit.Hours;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.BiFunction;

/** Hours one after the other, and what kind of entries they have: how many is not counted. */
public record HourStrip(List<Hour> hours) {

    static final int STEP = 12;

    private static final Duration HOUR = Duration.ofHours(1);
    private static final DateTimeFormatter TEXT =
            DateTimeFormatter.ofPattern("d MMM, HH:mm", Locale.ENGLISH).withZone(ZoneOffset.UTC);

    /**
     * An hour.
     *
     * @param x where it begins
     * @param href its entries
     */
    public record Hour(Instant at, boolean changes, boolean uses, int x, String href) {

        public boolean isActive() {
            return changes || uses;
        }

        /** What it had, in words. */
        public String has() {
            if (changes) {
                return uses ? "changes and uses" : "changes";
            }
            return uses ? "uses" : "nothing";
        }

        public String text() {
            return TEXT.format(at);
        }
    }

    /**
     * @param kind of entries, {@code change} or {@code use}, or null for both
     */
    static HourStrip of(
            Hours asked, @Nullable String kind, BiFunction<String, String, String> href) {
        Map<Instant, Audit.Hour> active = new HashMap<>();
        asked.items().forEach(hour -> active.put(hour.hour(), hour));
        List<Hour> hours = new ArrayList<>();
        for (Instant at = asked.firstHour(); at.isBefore(asked.end()); at = at.plus(HOUR)) {
            Audit.Hour had = active.getOrDefault(at, new Audit.Hour(at, false, false));
            hours.add(
                    new Hour(
                            at,
                            had.hasChanges() && !"use".equals(kind),
                            had.hasUses() && !"change".equals(kind),
                            hours.size() * STEP,
                            href.apply(at.toString(), at.plus(HOUR).toString())));
        }
        return new HourStrip(hours);
    }

    public int width() {
        return hours.size() * STEP;
    }

    public long activeHours() {
        return hours.stream().filter(Hour::isActive).count();
    }
}
