package io.keyledger.query.permissions;

import io.keyledger.query.current.Kind;
import io.keyledger.query.current.Reads;

/**
 * What has permissions, and by which ways roles come to it: rows of {@code bearer, group_id,
 * policy_id, role_id, resources, place}; {@code :ids} is whose, {@code :ws} in which workspace,
 * {@code :position} when.
 */
public enum Bearer {
    SERVICE_USER(
            Kind.SERVICE_USER,
            """
            SELECT a.service_user_id AS bearer, NULL::uuid AS group_id, a.policy_id, g.role_id,
                   g.resources::text, g.place
              FROM views.service_user_policy_v1 a
              JOIN views.policy_grant_v1 g ON g.policy_id = a.policy_id AND {g}
             WHERE a.service_user_id = ANY(:ids::uuid[]) AND {a}
            UNION ALL
            SELECT l.service_user_id, l.group_id, a.policy_id, g.role_id, g.resources::text, g.place
              FROM views.service_user_group_v1 l
              JOIN views.group_policy_v1 a ON a.group_id = l.group_id AND {a}
              JOIN views.policy_grant_v1 g ON g.policy_id = a.policy_id AND {g}
             WHERE l.service_user_id = ANY(:ids::uuid[]) AND {l}
            UNION ALL
            SELECT l.service_user_id, NULL, NULL, l.role_id, NULL, NULL
              FROM views.service_user_role_v1 l
             WHERE l.service_user_id = ANY(:ids::uuid[]) AND {l}
            UNION ALL
            SELECT l.service_user_id, l.group_id, NULL, g.role_id, NULL, NULL
              FROM views.service_user_group_v1 l
              JOIN views.group_role_v1 g ON g.group_id = l.group_id AND {g}
             WHERE l.service_user_id = ANY(:ids::uuid[]) AND {l}
            """,
            """
            SELECT l.policy_id FROM views.service_user_policy_v1 l
             WHERE l.service_user_id = :id AND {l}
            UNION ALL
            SELECT g.policy_id FROM views.service_user_group_v1 l
              JOIN views.group_policy_v1 g ON g.group_id = l.group_id AND {g}
             WHERE l.service_user_id = :id AND {l}
            """),
    PERSON(
            Kind.PERSON,
            """
            SELECT l.person_id AS bearer, l.group_id, a.policy_id, g.role_id, g.resources::text,
                   g.place
              FROM views.person_group_v1 l
              JOIN views.group_policy_v1 a ON a.group_id = l.group_id AND {a}
              JOIN views.policy_grant_v1 g ON g.policy_id = a.policy_id AND {g}
             WHERE l.person_id = ANY(:ids::uuid[]) AND l.workspace IN (:ws, 'system') AND {l}
            UNION ALL
            SELECT l.person_id, l.group_id, NULL, g.role_id, NULL, NULL
              FROM views.person_group_v1 l
              JOIN views.group_role_v1 g ON g.group_id = l.group_id AND {g}
             WHERE l.person_id = ANY(:ids::uuid[]) AND l.workspace IN (:ws, 'system') AND {l}
            """,
            """
            SELECT g.policy_id FROM views.person_group_v1 l
              JOIN views.group_policy_v1 g ON g.group_id = l.group_id AND {g}
             WHERE l.person_id = :id AND l.workspace IN (:ws, 'system') AND {l}
            """),
    USER_GROUP(
            Kind.USER_GROUP,
            """
            SELECT a.group_id AS bearer, a.group_id, a.policy_id, g.role_id, g.resources::text,
                   g.place
              FROM views.group_policy_v1 a
              JOIN views.policy_grant_v1 g ON g.policy_id = a.policy_id AND {g}
             WHERE a.group_id = ANY(:ids::uuid[]) AND {a}
            UNION ALL
            SELECT g.group_id, g.group_id, NULL, g.role_id, NULL, NULL
              FROM views.group_role_v1 g WHERE g.group_id = ANY(:ids::uuid[]) AND {g}
            """,
            "SELECT l.policy_id FROM views.group_policy_v1 l WHERE l.group_id = :id AND {l}"),
    SECURITY_POLICY(
            Kind.SECURITY_POLICY,
            """
            SELECT g.policy_id AS bearer, NULL::uuid AS group_id, g.policy_id, g.role_id,
                   g.resources::text, g.place
              FROM views.policy_grant_v1 g WHERE g.policy_id = ANY(:ids::uuid[]) AND {g}
            """,
            "SELECT :id::uuid AS policy_id"),
    ROLE(
            Kind.ROLE,
            "SELECT r.id AS bearer, NULL::uuid AS group_id, NULL::uuid AS policy_id, r.id AS role_id,"
                    + " NULL::text AS resources, NULL::int AS place"
                    + " FROM unnest(:ids::uuid[]) AS r (id)",
            "SELECT NULL::uuid AS policy_id WHERE false");

    private final Kind kind;
    private final String ways;
    private final String policies;

    Bearer(Kind kind, String ways, String policies) {
        this.kind = kind;
        this.ways = at(ways);
        this.policies = at(policies);
    }

    public Kind kind() {
        return kind;
    }

    public String ways() {
        return ways;
    }

    /** Ids of the policies that reach it, whatever their state. */
    String policies() {
        return policies;
    }

    private static String at(String sql) {
        return sql.replace("{a}", Reads.at("a"))
                .replace("{g}", Reads.at("g"))
                .replace("{l}", Reads.at("l"));
    }
}
