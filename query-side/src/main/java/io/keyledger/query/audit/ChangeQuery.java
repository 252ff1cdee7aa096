package io.keyledger.query.audit;

import io.keyledger.query.paging.Conditions;

import org.jspecify.annotations.Nullable;

import java.util.Set;

/**
 * The query for the changes that pass a filter, newest first.
 *
 * @param workspace null for all: then each is asked for its newest, since rows are in order within
 *     one only
 * @param addresses references of which one must be to the source address
 */
record ChangeQuery(@Nullable String workspace, AuditFilter filter, @Nullable Set<Long> addresses) {

    static final String SELECT =
            "SELECT c.*, e.ledgered_at FROM %s c JOIN ledger.entry e ON e.position = c.entry >> 20";
    private static final String NEWEST = " ORDER BY entry DESC LIMIT :fetch";

    /** Entries before that one, no more than so many. */
    String sql(Conditions where, long before, int fetch) {
        conditions(where.set("fetch", fetch), before);
        String found =
                "(SELECT * FROM views.audit_change_v1 WHERE " + where.sql() + NEWEST + ") AS found";
        String changes =
                workspace == null
                        ? "(SELECT found.* FROM ledger.workspace_head w CROSS JOIN LATERAL "
                                + found
                                + NEWEST
                                + ")"
                        : "(SELECT * FROM " + found + ")";
        return SELECT.formatted(changes) + NEWEST;
    }

    private void conditions(Conditions where, long before) {
        if (workspace != null) {
            where.set("ws", workspace);
        }
        String asked = workspace == null ? "w.workspace" : ":ws";
        where.and("workspace = " + asked)
                .and("entry < :before", "before", before)
                .and("service_user_id = :user", "user", filter.user())
                .and("key_id = :key", "key", filter.key())
                .and("actor_id = :actor", "actor", filter.actor())
                .and("type = :type", "type", filter.type())
                .and(
                        "(subject_kind = 'security-policy' AND subject_id = :policy"
                                + " OR before ->> 'policy' = :policy OR after ->> 'policy' = :policy)",
                        "policy",
                        filter.policy() == null ? null : filter.policy().toString())
                .and(
                        "address = ANY (:addresses)",
                        "addresses",
                        addresses == null ? null : addresses.toArray(Long[]::new))
                .and(TextSearch.in(asked), "q", filter.q());
        new TimeBounds(filter, "views.audit_hour_v1", asked).add(where);
    }
}
