package io.keyledger.access.journal;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Counts refusals by reason and source network: at most eight rows, the smaller sources together by
 * reason. No refusal is lost from the counts.
 */
final class RefusalRows {

    static final int MOST_ROWS = 8;

    /** Room for one row of others per countable reason: malformed, unknown, wrong secret. */
    private static final int TOP_SOURCES = MOST_ROWS - 3;

    private record Source(@Nullable String reason, String network) {}

    private RefusalRows() {}

    static List<Row> of(Collection<UseDraft> refusals) {
        List<Row> rows = merged(refusals.stream().map(Row::of).toList());
        if (rows.size() <= MOST_ROWS) {
            return rows;
        }
        rows.sort(Comparator.comparingInt((Row row) -> row.uses().size()).reversed());
        List<Row> told = new ArrayList<>(rows.subList(0, TOP_SOURCES));
        told.addAll(
                merged(
                        rows.subList(TOP_SOURCES, rows.size()).stream()
                                .map(row -> new Row(Row.OTHER, row.uses()))
                                .toList()));
        return told;
    }

    private static List<Row> merged(List<Row> rows) {
        Map<Source, List<UseDraft>> bySource = new LinkedHashMap<>();
        for (Row row : rows) {
            Source source = new Source(row.uses().getFirst().reason(), row.network());
            bySource.computeIfAbsent(source, _ -> new ArrayList<>()).addAll(row.uses());
        }
        List<Row> merged = new ArrayList<>();
        bySource.forEach((source, uses) -> merged.add(new Row(source.network(), uses)));
        return merged;
    }
}
