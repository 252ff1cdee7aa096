package io.keyledger.query.serviceuser;

import io.keyledger.query.current.GrantingPatterns;
import io.keyledger.query.history.Columns;
import io.keyledger.query.paging.Conditions;
import io.keyledger.query.paging.Filters;
import io.keyledger.shared.id.NameKey;
import io.keyledger.shared.permission.Permission;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** Which service users are wanted. Without a status, all but deleted ones. */
record ServiceUserFilter(
        @Nullable String q,
        @Nullable String status,
        @Nullable UUID group,
        @Nullable UUID role,
        @Nullable Permission permission,
        @Nullable Instant unusedSince) {

    private static final List<String> STATUSES = List.of("enabled", "disabled", "deleted");

    private static final String TEXT =
            "(strpos(u.username_key, :q) > 0 OR strpos(lower(u.description), lower(:q)) > 0"
                    + " OR strpos(lower(coalesce(u.owner, '')), lower(:q)) > 0)";
    private static final String GROUP =
            """
            EXISTS (SELECT FROM views.service_user_group_v1 l WHERE l.service_user_id = u.id
                     AND l.group_id = :group AND l.valid_to = 9223372036854775807)""";
    private static final String ROLE =
            """
            (EXISTS (SELECT FROM views.service_user_role_v1 l WHERE l.service_user_id = u.id
                      AND l.role_id = :role AND l.valid_to = 9223372036854775807)
             OR EXISTS (SELECT FROM views.service_user_group_v1 l
                          JOIN views.group_role_v1 g ON g.group_id = l.group_id
                           AND g.valid_to = 9223372036854775807
                         WHERE l.service_user_id = u.id AND g.role_id = :role
                           AND l.valid_to = 9223372036854775807))""";

    /** Roles that grant come first: they are few, whatever the number of service users. */
    private static final String PERMISSION =
            """
            u.status = 'enabled' AND coalesce(u.expires_at > statement_timestamp(), true)
             AND u.id IN (
              WITH granting AS MATERIALIZED (
                SELECT id FROM views.role_v1 WHERE workspace = :ws
                   AND valid_to = 9223372036854775807 AND permissions && :patterns::text[])
              SELECT l.service_user_id FROM views.service_user_role_v1 l
                JOIN granting r ON r.id = l.role_id WHERE l.valid_to = 9223372036854775807
              UNION
              SELECT l.service_user_id FROM views.group_role_v1 g
                JOIN granting r ON r.id = g.role_id
                JOIN views.service_user_group_v1 l ON l.group_id = g.group_id
                 AND l.valid_to = 9223372036854775807
               WHERE g.valid_to = 9223372036854775807)""";

    private static final String UNUSED =
            """
            NOT EXISTS (SELECT FROM views.api_key_v1 k
                          JOIN views.key_usage_v1 s ON s.key_id = k.id
                         WHERE k.service_user_id = u.id AND k.valid_to = 9223372036854775807
                           AND s.last_used_at >= :unusedSince)""";

    static ServiceUserFilter of(
            @Nullable String q,
            @Nullable String status,
            @Nullable String group,
            @Nullable String role,
            @Nullable String permission,
            @Nullable String unusedSince) {
        return new ServiceUserFilter(
                Filters.text("q", q),
                Filters.oneOf("status", status, STATUSES),
                Filters.id("group", group),
                Filters.id("role", role),
                Filters.permission("permission", permission),
                Filters.time("unusedSince", unusedSince));
    }

    void addTo(Conditions where) {
        where.and(TEXT, "q", q == null ? null : NameKey.of(q))
                .and(GROUP, "group", group)
                .and(ROLE, "role", role)
                .and(
                        PERMISSION,
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
    }
}
