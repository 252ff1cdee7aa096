package io.keyledger.query.activity;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** Counts of days, as they are added up for an answer. */
final class Days {

    private final SortedMap<LocalDate, Map<String, Map<String, Long>>> byKind = new TreeMap<>();

    void add(LocalDate day, String kind, String detail, long count) {
        byKind.computeIfAbsent(day, _ -> new HashMap<>())
                .computeIfAbsent(kind, _ -> new HashMap<>())
                .merge(detail, count, Long::sum);
    }

    List<DayCounts> counts() {
        return byKind.entrySet().stream()
                .map(
                        day ->
                                DayCounts.of(
                                        day.getKey(),
                                        day.getValue().getOrDefault(Counted.CHANGE, Map.of()),
                                        day.getValue().getOrDefault(Counted.USE, Map.of())))
                .toList();
    }
}
