package io.keyledger.console.timeline;

import io.keyledger.client.api.Audit.Counts;
import io.keyledger.client.api.Audit.Day;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;

/**
 * What happened on each of some days, as bars that are drawn on the server; a table beside them
 * says the same.
 *
 * @param most the largest number of entries on a day, to which the highest bar stands
 */
public record Chart(List<Bar> bars, long most) {

    static final int HEIGHT = 60;
    static final int STEP = 12;

    /**
     * A day: changes at the bottom, allowed uses above them, refusals on top.
     *
     * @param x where it begins
     * @param href its entries
     */
    public record Bar(Day day, int x, Part changes, Part allowed, Part denied, String href) {

        public long total() {
            return totalOf(day);
        }
    }

    /** From the top, in pixels. */
    public record Part(double y, double height) {}

    /**
     * @param href the address of the entries from one time to another, as the API writes times
     */
    public static Chart of(Counts counts, BiFunction<String, String, String> href) {
        Map<LocalDate, Day> days = new HashMap<>();
        counts.items().forEach(day -> days.put(day.day(), day));
        long most = counts.items().stream().mapToLong(Chart::totalOf).max().orElse(0);
        List<Bar> bars = new ArrayList<>();
        for (LocalDate date = counts.firstDay();
                !date.isAfter(counts.lastDay());
                date = date.plusDays(1)) {
            Day day = days.getOrDefault(date, new Day(date, 0, 0, 0, Map.of(), Map.of()));
            String entries = href.apply(Zoom.beginningOf(date), Zoom.beginningOf(date.plusDays(1)));
            bars.add(bar(day, bars.size() * STEP, most, entries));
        }
        return new Chart(bars, most);
    }

    public int width() {
        return bars.size() * STEP;
    }

    public boolean isEmpty() {
        return most == 0;
    }

    public LocalDate first() {
        return bars.getFirst().day().day();
    }

    public LocalDate last() {
        return bars.getLast().day().day();
    }

    private static Bar bar(Day day, int x, long most, String href) {
        double scale = most == 0 ? 0 : (double) HEIGHT / most;
        Part changes = above(HEIGHT, day.changes() * scale);
        Part allowed = above(changes.y(), day.allowed() * scale);
        return new Bar(day, x, changes, allowed, above(allowed.y(), day.denied() * scale), href);
    }

    private static long totalOf(Day day) {
        return day.changes() + day.allowed() + day.denied();
    }

    private static Part above(double bottom, double height) {
        return new Part(bottom - height, height);
    }
}
