package io.keyledger.query.activity;

import java.time.LocalDate;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What happened on a day.
 *
 * @param changesByType by the event's wire name
 * @param deniedByReason by the refusal's code
 */
record DayCounts(
        LocalDate day,
        long changes,
        long allowed,
        long denied,
        SortedMap<String, Long> changesByType,
        SortedMap<String, Long> deniedByReason) {

    static DayCounts of(LocalDate day, Map<String, Long> changes, Map<String, Long> uses) {
        SortedMap<String, Long> denied = new TreeMap<>(uses);
        Long allowed = denied.remove(Counted.ALLOWED);
        return new DayCounts(
                day,
                sum(changes),
                allowed == null ? 0 : allowed,
                sum(denied),
                new TreeMap<>(changes),
                denied);
    }

    private static long sum(Map<String, Long> counts) {
        return counts.values().stream().mapToLong(Long::longValue).sum();
    }
}
