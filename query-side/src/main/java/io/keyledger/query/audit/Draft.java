package io.keyledger.query.audit;

import io.keyledger.query.personal.Resolved;

import org.jspecify.annotations.Nullable;

import java.util.HashSet;
import java.util.Set;

/** An entry whose names and personal values are still to be looked up. */
interface Draft {

    long entry();

    /** References to personal values. */
    Set<Long> personal();

    /** Whose names, as of the entry's position, it needs. */
    Set<Subjects.Asked> names();

    AuditEntry complete(Subjects.Names names, Resolved texts);

    static Set<Long> present(@Nullable Long... refs) {
        Set<Long> found = new HashSet<>();
        for (Long ref : refs) {
            if (ref != null) {
                found.add(ref);
            }
        }
        return found;
    }
}
