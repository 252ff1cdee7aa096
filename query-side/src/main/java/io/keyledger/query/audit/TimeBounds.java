package io.keyledger.query.audit;

import io.keyledger.query.history.Columns;
import io.keyledger.query.paging.Conditions;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * Between which entries everything lies that happened in the time that is asked for, as a table of
 * hours says. Within these, some may have happened before or after it.
 *
 * @param workspace an expression for the workspace whose hours count; null for all
 */
record TimeBounds(AuditFilter filter, String hours, @Nullable String workspace) {

    /** Of rows with entries and times. */
    void add(Conditions where) {
        where.and("occurred_at >= :from", "from", Columns.atUtcOrNull(filter.from()))
                .and("occurred_at < :to", "to", Columns.atUtcOrNull(filter.to()));
        add(where, "entry >= ", "entry <= ", "");
    }

    /**
     * Of rows that stand for many entries.
     *
     * @param atLeast how a row is compared with the first entry
     * @param atMost how it is compared with the last
     * @param shift what makes of an entry what rows are compared with
     */
    void add(Conditions where, String atLeast, String atMost, String shift) {
        where.and(
                        atLeast
                                + bound(
                                        "coalesce(min(first_entry), 9223372036854775807)",
                                        shift,
                                        ">= :fromHour"),
                        "fromHour",
                        hour(filter.from()))
                .and(
                        atMost + bound("coalesce(max(last_entry), 0)", shift, "<= :toHour"),
                        "toHour",
                        hour(filter.to()));
    }

    private String bound(String entry, String shift, String condition) {
        return "(SELECT %s%s FROM %s h WHERE %sh.hour %s)"
                .formatted(
                        entry,
                        shift,
                        hours,
                        workspace == null ? "" : "h.workspace = " + workspace + " AND ",
                        condition);
    }

    private static @Nullable Object hour(@Nullable Instant at) {
        return at == null ? null : Columns.atUtc(at.truncatedTo(ChronoUnit.HOURS));
    }
}
