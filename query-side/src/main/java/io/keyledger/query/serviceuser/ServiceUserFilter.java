package io.keyledger.query.serviceuser;

import io.keyledger.query.current.AsOf;
import io.keyledger.query.current.GrantingPatterns;
import io.keyledger.query.directory.Labels;
import io.keyledger.query.history.Columns;
import io.keyledger.query.keyuse.KeyUsages;
import io.keyledger.query.paging.Conditions;
import io.keyledger.query.paging.TextSearch;
import io.keyledger.shared.id.NameKey;
import io.keyledger.shared.permission.Permission;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * Which service users are wanted; all conditions must hold. Without a status, all but deleted ones.
 *
 * @param labels each {@code key:value}
 */
record ServiceUserFilter(
        @Nullable String q,
        @Nullable String username,
        @Nullable String status,
        @Nullable UUID group,
        @Nullable UUID role,
        @Nullable UUID policy,
        @Nullable Permission permission,
        @Nullable Instant unusedSince,
        @Nullable String owner,
        List<String> labels,
        @Nullable Instant expiresBefore) {

    private static final String GROUP =
            """
            EXISTS (SELECT FROM views.service_user_group_v1 l WHERE l.service_user_id = u.id
                     AND l.group_id = :group AND {l})""";
    private static final String ROLE =
            """
            (EXISTS (SELECT FROM views.service_user_role_v1 l WHERE l.service_user_id = u.id
                      AND l.role_id = :role AND {l})
             OR EXISTS (SELECT FROM views.service_user_group_v1 l
                          JOIN views.group_role_v1 g ON g.group_id = l.group_id
                           AND {g}
                         WHERE l.service_user_id = u.id AND g.role_id = :role
                           AND {l}))""";

    /** Roles that grant come first: they are few, whatever the number of service users. */
    private static final String PERMISSION =
            """
            u.status = 'enabled' AND coalesce(u.expires_at > {clock}, true)
             AND u.id IN (
              WITH granting AS MATERIALIZED (
                SELECT r.id FROM views.role_v1 r WHERE %s
                       {r} AND r.permissions && :patterns::text[])
              SELECT l.service_user_id FROM views.service_user_role_v1 l
                JOIN granting r ON r.id = l.role_id WHERE {l}
              UNION
              SELECT l.service_user_id FROM views.group_role_v1 g
                JOIN granting r ON r.id = g.role_id
                JOIN views.service_user_group_v1 l ON l.group_id = g.group_id
                 AND {l}
               WHERE {g}
              UNION
              SELECT reached.service_user_id FROM views.policy_grant_v1 p
                JOIN granting r ON r.id = p.role_id
                JOIN views.security_policy_v1 s ON s.id = p.policy_id AND s.state = 'enabled'
                 AND {s}
                JOIN (SELECT l.policy_id, l.service_user_id FROM views.service_user_policy_v1 l
                       WHERE {l}
                      UNION ALL
                      SELECT g.policy_id, l.service_user_id FROM views.group_policy_v1 g
                        JOIN views.service_user_group_v1 l ON l.group_id = g.group_id
                         AND {l}
                       WHERE {g}) reached
                  ON reached.policy_id = p.policy_id
               WHERE {p})""";

    private static final String POLICY =
            """
            (EXISTS (SELECT FROM views.service_user_policy_v1 l WHERE l.service_user_id = u.id
                      AND l.policy_id = :policy AND {l})
             OR EXISTS (SELECT FROM views.service_user_group_v1 l
                          JOIN views.group_policy_v1 g ON g.group_id = l.group_id
                           AND {g}
                         WHERE l.service_user_id = u.id AND g.policy_id = :policy
                           AND {l}))""";

    private static final String UNUSED =
            """
            NOT EXISTS (SELECT FROM views.api_key_v1 k
                          %s
                         WHERE k.service_user_id = u.id AND {k}
                           AND %s >= %s)"""
                    .formatted(
                            KeyUsages.JOIN,
                            KeyUsages.LAST_USED,
                            KeyUsages.MICROS.formatted(":unusedSince"));

    ServiceUserFilter {
        labels = List.copyOf(labels);
    }

    /**
     * Of service users of that workspace, or of all; aliases in braces are still to be replaced.
     *
     * @throws io.keyledger.access.problem.ApiProblem 400 for what cannot be asked of the past
     */
    Conditions conditions(@Nullable String workspace, AsOf state) {
        state.refuseInThePast("unusedSince", unusedSince);
        Conditions where = TextSearch.of(q, "u.username_key", "u.description", "u.owner");
        where.and(
                        "u.username_key = :username",
                        "username",
                        username == null ? null : NameKey.of(username))
                .and(GROUP, "group", group)
                .and(ROLE, "role", role)
                .and(POLICY, "policy", policy)
                .and("u.owner = :owner", "owner", owner)
                .and(
                        "u.expires_at < :expiresBefore",
                        "expiresBefore",
                        expiresBefore == null ? null : Columns.atUtc(expiresBefore))
                .and(
                        PERMISSION.formatted(workspace == null ? "" : "r.workspace = :ws AND"),
                        "patterns",
                        permission == null ? null : GrantingPatterns.of(permission))
                .and(
                        UNUSED,
                        "unusedSince",
                        unusedSince == null ? null : Columns.atUtc(unusedSince));
        if (status == null) {
            where.and("u.status <> 'deleted'");
        } else {
            where.and("u.status = :status", "status", status);
        }
        for (int i = 0; i < labels.size(); i++) {
            String name = "label" + i;
            where.and("u.labels @> :" + name + "::jsonb", name, Labels.of(labels.get(i)));
        }
        return where;
    }
}
