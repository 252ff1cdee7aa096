package io.keyledger.query.audit;

import io.keyledger.query.history.Columns;
import io.keyledger.query.paging.Conditions;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * The query for the places of the entries that pass a filter, newest first; what a {@link Sieve}
 * holds back is among them.
 *
 * @param workspace null for all: then each is asked for its newest, since rows are in order within
 *     one only
 * @param addresses references of which one must be to the source address
 */
record EntryQuery(@Nullable String workspace, AuditFilter filter, @Nullable Set<Long> addresses) {

    private static final String SELECT = "SELECT workspace, entry, %s AS use FROM views.%s WHERE ";
    private static final String CHANGES = SELECT.formatted("false", "audit_change_v1");
    private static final String USES = SELECT.formatted("true", "audit_use_v1");
    private static final String NEWEST = " ORDER BY entry DESC LIMIT :fetch";
    private static final String NOTHING =
            "SELECT '' AS workspace, 0::bigint AS entry, false AS use WHERE false";

    /** Entries before that one, no more than so many. */
    String sql(Conditions parameters, long before, int fetch) {
        parameters.set("fetch", fetch);
        List<String> parts = new ArrayList<>();
        if (filter.wantsChanges()) {
            parts.add("(" + CHANGES + changes(parameters, before) + NEWEST + ")");
        }
        if (filter.wantsUses()) {
            parts.add("(" + uses(parameters, before) + NEWEST + ")");
        }
        if (parts.isEmpty()) {
            return NOTHING;
        }
        String all = "(" + String.join(" UNION ALL ", parts) + ") AS found";
        return "SELECT found.workspace, entry, use FROM "
                + (workspace == null ? "ledger.workspace_head w CROSS JOIN LATERAL " + all : all)
                + NEWEST;
    }

    private String changes(Conditions all, long before) {
        Conditions where = common(before);
        where.and("service_user_id = :user", "user", filter.user())
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
                .and(TextSearch.in(asked()), "q", filter.q());
        return moved(where, all);
    }

    private String uses(Conditions all, long before) {
        Conditions where = common(before);
        where.and("service_user_id = :user", "user", filter.user())
                .and("service_user_id = :actorUser", "actorUser", filter.actorId())
                .and(byKey(":key COLLATE \"C\""), "key", filter.key())
                .and("reason = :reason", "reason", filter.reason());
        if (filter.decision() != null) {
            where.and("reason IS " + (filter.decision().equals("deny") ? "NOT NULL" : "NULL"));
        }
        String user = filter.user() == null && filter.actorId() != null ? ":actorUser" : ":user";
        boolean ofAUser = filter.user() != null || filter.actorId() != null;
        return ofAUser && filter.key() == null
                ? ofEachKey(user, moved(where, all))
                : USES + moved(where, all);
    }

    /**
     * Uses are found by their key: each key that the user ever had is asked for its newest; those
     * of a person by its id.
     */
    private static String ofEachKey(String user, String where) {
        return """
               SELECT of_key.workspace, of_key.entry, true AS use
                 FROM (SELECT DISTINCT key_id FROM views.audit_change_v1
                        WHERE service_user_id = %1$s AND key_id IS NOT NULL
                       UNION ALL SELECT %1$s::text COLLATE "C") k
                CROSS JOIN LATERAL (%2$s AND %3$s%4$s) AS of_key"""
                .formatted(user, USES + where, byKey("k.key_id"), NEWEST);
    }

    /** The second comparison makes exact what the hash found. */
    private static String byKey(String keyId) {
        return "hashtextextended(audit_use_v1.key_id, 0) = hashtextextended(%1$s, 0)"
                        .formatted(keyId)
                + " AND audit_use_v1.key_id = "
                + keyId;
    }

    private Conditions common(long before) {
        Conditions where = new Conditions();
        if (workspace != null) {
            where.set("ws", workspace);
        }
        return where.and("workspace = " + asked())
                .and("entry < :before", "before", before)
                .and("occurred_at >= :from", "from", utc(filter.from()))
                .and("occurred_at < :to", "to", utc(filter.to()))
                .and(
                        "entry >= (SELECT coalesce(min(first_entry), 9223372036854775807)"
                                + " FROM views.audit_hour_v1 WHERE workspace = "
                                + asked()
                                + " AND hour >= :fromHour)",
                        "fromHour",
                        hour(filter.from()))
                .and(
                        "entry <= (SELECT coalesce(max(last_entry), 0) FROM views.audit_hour_v1"
                                + " WHERE workspace = "
                                + asked()
                                + " AND hour <= :toHour)",
                        "toHour",
                        hour(filter.to()));
    }

    private String asked() {
        return workspace == null ? "w.workspace" : ":ws";
    }

    private String moved(Conditions where, Conditions all) {
        where.parameters().forEach(all::set);
        return where.sql();
    }

    private static @Nullable Object utc(@Nullable Instant at) {
        return at == null ? null : Columns.atUtc(at);
    }

    private static @Nullable Object hour(@Nullable Instant at) {
        return at == null ? null : Columns.atUtc(at.truncatedTo(ChronoUnit.HOURS));
    }
}
