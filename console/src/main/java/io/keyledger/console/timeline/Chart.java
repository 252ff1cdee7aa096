package io.keyledger.console.timeline;

import io.keyledger.client.api.Audit.Counts;
import io.keyledger.client.api.Audit.Day;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

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
     * @param next the day after it
     * @param x where it begins
     */
    public record Bar(Day day, LocalDate next, int x, Part changes, Part allowed, Part denied) {

        public long total() {
            return day.changes() + day.allowed() + day.denied();
        }
    }

    /** From the top, in pixels. */
    public record Part(double y, double height) {}

    public static Chart of(Counts counts) {
        Map<LocalDate, Day> days = new HashMap<>();
        counts.items().forEach(day -> days.put(day.day(), day));
        long most =
                counts.items().stream()
                        .mapToLong(day -> day.changes() + day.allowed() + day.denied())
                        .max()
                        .orElse(0);
        List<Bar> bars = new ArrayList<>();
        for (LocalDate date = counts.firstDay();
                !date.isAfter(counts.lastDay());
                date = date.plusDays(1)) {
            Day day = days.getOrDefault(date, new Day(date, 0, 0, 0, Map.of(), Map.of()));
            bars.add(bar(day, bars.size() * STEP, most));
        }
        return new Chart(bars, most);
    }

    public int width() {
        return bars.size() * STEP;
    }

    public boolean isEmpty() {
        return most == 0;
    }

    private static Bar bar(Day day, int x, long most) {
        double scale = most == 0 ? 0 : (double) HEIGHT / most;
        Part changes = above(HEIGHT, day.changes() * scale);
        Part allowed = above(changes.y(), day.allowed() * scale);
        return new Bar(
                day,
                day.day().plusDays(1),
                x,
                changes,
                allowed,
                above(allowed.y(), day.denied() * scale));
    }

    private static Part above(double bottom, double height) {
        return new Part(bottom - height, height);
    }
}
