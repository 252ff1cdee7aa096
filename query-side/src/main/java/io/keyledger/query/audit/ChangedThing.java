package io.keyledger.query.audit;

import java.util.List;

/**
 * Something that was changed in a time.
 *
 * @param id of a route, the route's own
 * @param changes in their order; of each field the first and the last one
 */
record ChangedThing(String kind, String id, List<AuditEntry> changes) {

    ChangedThing {
        changes = List.copyOf(changes);
    }
}
