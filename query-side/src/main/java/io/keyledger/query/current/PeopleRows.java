package io.keyledger.query.current;

import io.keyledger.query.paging.Conditions;
import io.keyledger.shared.permission.OwnerPermissions;
import io.keyledger.shared.permission.Permission;

import org.jspecify.annotations.Nullable;

/**
 * The people of workspaces, as every query of them says it: a row for each workspace that a person
 * is or was in a group of. In {@code system}, where sign-ins are on record, there is everybody.
 */
public final class PeopleRows {

    /** In no group of the workspace any more. */
    public static final String LEFT = "left";

    private static final String ROWS =
            """
            SELECT p.id, m.workspace, p.issuer, p.subject, p.created_at, p.version, p.updated_at,
                   CASE WHEN m.workspace <> 'system' AND NOT grouped.now THEN 'left'
                        ELSE p.status END AS status,
                   grouped.now AS grouped,
                   v.value AS name,
                   n.name IS NOT NULL AND v.value IS NULL AS erased,
                   lower(coalesce(v.value, '')) COLLATE "C" AS name_key,
                   (SELECT s.signed_in_at FROM views.person_sign_in_v1 s
                     WHERE s.person_id = p.id AND <seen:s.position>
                     ORDER BY s.position DESC LIMIT 1) AS last_sign_in
              FROM (SELECT l.person_id, l.workspace FROM views.person_group_v1 l
                     WHERE <seen:l.valid_from> AND <in:l.workspace>
                     UNION
                    SELECT x.id, 'system' FROM views.person_v1 x WHERE {x} AND <in:'system'>) m
              JOIN views.person_v1 p ON p.id = m.person_id AND {p}
              CROSS JOIN LATERAL (SELECT EXISTS (
                    SELECT FROM views.person_group_v1 l
                      JOIN views.user_group_v1 g ON g.id = l.group_id AND {g}
                     WHERE l.person_id = m.person_id AND l.workspace = m.workspace AND {l})
                    AS now) grouped
              LEFT JOIN LATERAL (
                    SELECT a.name FROM views.person_name_v1 a
                     WHERE a.person_id = m.person_id AND a.workspace = m.workspace
                       AND <seen:a.first_position>
                     ORDER BY <last:a.last_position> DESC, a.first_position DESC LIMIT 1) n ON TRUE
              LEFT JOIN store.personal_value v ON v.id = n.name
            """;

    private static final String BY_ROLES =
            """
            SELECT l.person_id, l.workspace FROM views.person_group_v1 l
              JOIN views.group_role_v1 g ON g.group_id = l.group_id AND {g}
              JOIN views.role_v1 r ON r.id = g.role_id AND {r}
               AND r.permissions && :patterns::text[]
             WHERE {l}""";

    private static final String BY_POLICIES =
            """
            SELECT l.person_id, l.workspace FROM views.person_group_v1 l
              JOIN views.group_policy_v1 a ON a.group_id = l.group_id AND {a}
              JOIN views.security_policy_v1 s ON s.id = a.policy_id AND s.state = 'enabled' AND {s}
              JOIN views.policy_grant_v1 g ON g.policy_id = s.id AND {g}
              JOIN views.role_v1 r ON r.id = g.role_id AND {r}
               AND r.permissions && :patterns::text[]
             WHERE {l}""";

    /** By the groups that it has there, and those in system, which count everywhere. */
    private static final String HOLD =
            "EXISTS (SELECT FROM (%2$s) way WHERE way.person_id = %1$s.id"
                    + " AND way.workspace IN (%1$s.workspace, 'system'))";

    private PeopleRows() {}

    /**
     * The rows of a workspace, or of all, as a query that others select from; its columns are id,
     * workspace, issuer, subject, created_at, version, updated_at, status, grouped, name, erased,
     * name_key and last_sign_in.
     */
    public static String of(@Nullable String workspace, AsOf state) {
        return state.in(
                ROWS.replaceAll("<seen:([^>]+)>", state.isPast() ? "$1 <= :position" : "TRUE")
                        .replaceAll(
                                "<last:([^>]+)>", state.isPast() ? "LEAST($1, :position)" : "$1")
                        .replaceAll("<in:([^>]+)>", workspace == null ? "TRUE" : "$1 = :ws"));
    }

    /** Those alone, of rows with that alias, who hold a permission there and may use it. */
    public static void holding(
            @Nullable Permission permission, String alias, Conditions where, AsOf state) {
        if (permission == null) {
            return;
        }
        String ways =
                OwnerPermissions.isReserved(permission)
                        ? BY_ROLES
                        : BY_ROLES + "\nUNION\n" + BY_POLICIES;
        where.and(alias + ".status = 'enabled'")
                .and(
                        HOLD.formatted(alias, state.in(ways)),
                        "patterns",
                        GrantingPatterns.ofPeople(permission));
    }
}
