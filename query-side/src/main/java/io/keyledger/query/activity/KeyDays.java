package io.keyledger.query.activity;

import io.keyledger.query.bundle.Layout;
import io.keyledger.query.history.Column;

import java.time.LocalDate;
import java.util.List;
import java.util.SortedMap;
import java.util.function.UnaryOperator;

/** The uses of keys by day: keys of a workspace that were used on the same day share rows. */
final class KeyDays {

    static final String BUNDLES = "activity_bundle_v1";
    static final String SIZES = "activity_size_v1";

    private KeyDays() {}

    static Layout<WorkspaceDay, SortedMap<String, Long>> in(UnaryOperator<String> qualified) {
        return new Layout<>(
                qualified.apply(BUNDLES),
                qualified.apply(SIZES),
                List.of(
                        new Column<>("workspace", "text", WorkspaceDay::workspace),
                        new Column<>("day", "date", WorkspaceDay::day)),
                row ->
                        new WorkspaceDay(
                                row.getString("workspace"), row.getObject("day", LocalDate.class)),
                new ReasonCounts());
    }
}
