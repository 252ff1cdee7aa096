package io.keyledger.query.activity;

import java.time.LocalDate;
import java.util.Comparator;

/** A day of a workspace, whose keys share rows. */
record WorkspaceDay(String workspace, LocalDate day) implements Comparable<WorkspaceDay> {

    private static final Comparator<WorkspaceDay> ORDER =
            Comparator.comparing(WorkspaceDay::workspace).thenComparing(WorkspaceDay::day);

    @Override
    public int compareTo(WorkspaceDay other) {
        return ORDER.compare(this, other);
    }
}
