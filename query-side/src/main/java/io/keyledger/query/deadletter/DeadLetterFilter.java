package io.keyledger.query.deadletter;

import io.keyledger.query.paging.Conditions;
import io.keyledger.query.paging.TextSearch;

import org.jspecify.annotations.Nullable;

/**
 * Which parked entries are wanted; all conditions must hold.
 *
 * @param failed whether they failed themselves, or stand behind another of their stream
 */
record DeadLetterFilter(
        @Nullable String q,
        @Nullable String view,
        @Nullable String workspace,
        @Nullable String type,
        @Nullable Boolean failed) {

    static final DeadLetterFilter NONE = new DeadLetterFilter(null, null, null, null, null);

    /** Of rows that are called {@code d}. */
    Conditions conditions() {
        return TextSearch.of(q, "lower(d.type)", "d.stream", "d.cause")
                .and("d.view = :view", "view", view)
                .and("d.workspace = :workspace", "workspace", workspace)
                .and("d.type = :type", "type", type)
                .and("(d.cause IS NOT NULL) = :failed", "failed", failed);
    }
}
