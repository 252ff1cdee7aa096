package io.keyledger.query.activity;

import java.time.LocalDate;
import java.util.Comparator;

/** What is counted on a day of a workspace. */
record Counted(String workspace, LocalDate day, String kind, String detail)
        implements Comparable<Counted> {

    static final String CHANGE = "change";
    static final String USE = "use";

    /** The detail of a use that was not refused. */
    static final String ALLOWED = "";

    private static final Comparator<Counted> ORDER =
            Comparator.comparing(Counted::workspace)
                    .thenComparing(Counted::day)
                    .thenComparing(Counted::kind)
                    .thenComparing(Counted::detail);

    @Override
    public int compareTo(Counted other) {
        return ORDER.compare(this, other);
    }
}
