package io.keyledger.query.activity;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.UUID;

/** What is counted, as its table's key. */
sealed interface Counted {

    String CHANGE = "change";
    String USE = "use";

    /** The detail of a use that was not refused. */
    String ALLOWED = "";

    /** A day of a workspace. */
    record InWorkspace(String workspace, LocalDate day, String kind, String detail)
            implements Counted, Comparable<InWorkspace> {

        private static final Comparator<InWorkspace> ORDER =
                Comparator.comparing(InWorkspace::workspace)
                        .thenComparing(InWorkspace::day)
                        .thenComparing(InWorkspace::kind)
                        .thenComparing(InWorkspace::detail);

        @Override
        public int compareTo(InWorkspace other) {
            return ORDER.compare(this, other);
        }
    }

    /** A day of a key. */
    record OfKey(String keyId, LocalDate day, String reason, UUID serviceUserId, String workspace)
            implements Counted, Comparable<OfKey> {

        private static final Comparator<OfKey> ORDER =
                Comparator.comparing(OfKey::keyId)
                        .thenComparing(OfKey::day)
                        .thenComparing(OfKey::reason)
                        .thenComparing(OfKey::serviceUserId)
                        .thenComparing(OfKey::workspace);

        @Override
        public int compareTo(OfKey other) {
            return ORDER.compare(this, other);
        }
    }
}
