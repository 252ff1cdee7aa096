package io.keyledger.access.journal;

import java.util.List;

/** Uses that become one row of a record: a single one, or counted refusals of one network. */
record Row(String network, List<UseDraft> uses) {

    /** The network of refusals from here and there. */
    static final String OTHER = "other";

    static Row of(UseDraft use) {
        return new Row(use.network() == null ? OTHER : use.network(), List.of(use));
    }
}
