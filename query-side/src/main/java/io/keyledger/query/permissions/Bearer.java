package io.keyledger.query.permissions;

import io.keyledger.query.current.Kind;
import io.keyledger.query.current.Reads;

/**
 * What has permissions, and by which ways roles come to it: rows of {@code group_id, policy_id,
 * role_id, resources, place}; {@code :id} is whose, {@code :ws} in which workspace, {@code
 * :position} when.
 */
enum Bearer {
    SERVICE_USER(
            Kind.SERVICE_USER,
            """
            SELECT NULL::uuid AS group_id, a.policy_id, g.role_id, g.resources::text, g.place
              FROM views.service_user_policy_v1 a
              JOIN views.policy_grant_v1 g ON g.policy_id = a.policy_id AND {g}
             WHERE a.service_user_id = :id AND {a}
            UNION ALL
            SELECT l.group_id, a.policy_id, g.role_id, g.resources::text, g.place
              FROM views.service_user_group_v1 l
              JOIN views.group_policy_v1 a ON a.group_id = l.group_id AND {a}
              JOIN views.policy_grant_v1 g ON g.policy_id = a.policy_id AND {g}
             WHERE l.service_user_id = :id AND {l}
            UNION ALL
            SELECT NULL, NULL, l.role_id, NULL, NULL
              FROM views.service_user_role_v1 l WHERE l.service_user_id = :id AND {l}
            UNION ALL
            SELECT l.group_id, NULL, g.role_id, NULL, NULL
              FROM views.service_user_group_v1 l
              JOIN views.group_role_v1 g ON g.group_id = l.group_id AND {g}
             WHERE l.service_user_id = :id AND {l}
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
            SELECT l.group_id, a.policy_id, g.role_id, g.resources::text, g.place
              FROM views.person_group_v1 l
              JOIN views.group_policy_v1 a ON a.group_id = l.group_id AND {a}
              JOIN views.policy_grant_v1 g ON g.policy_id = a.policy_id AND {g}
             WHERE l.person_id = :id AND l.workspace IN (:ws, 'system') AND {l}
            UNION ALL
            SELECT l.group_id, NULL, g.role_id, NULL, NULL
              FROM views.person_group_v1 l
              JOIN views.group_role_v1 g ON g.group_id = l.group_id AND {g}
             WHERE l.person_id = :id AND l.workspace IN (:ws, 'system') AND {l}
            """,
            """
            SELECT g.policy_id FROM views.person_group_v1 l
              JOIN views.group_policy_v1 g ON g.group_id = l.group_id AND {g}
             WHERE l.person_id = :id AND l.workspace IN (:ws, 'system') AND {l}
            """),
    USER_GROUP(
            Kind.USER_GROUP,
            """
            SELECT a.group_id, a.policy_id, g.role_id, g.resources::text, g.place
              FROM views.group_policy_v1 a
              JOIN views.policy_grant_v1 g ON g.policy_id = a.policy_id AND {g}
             WHERE a.group_id = :id AND {a}
            UNION ALL
            SELECT g.group_id, NULL, g.role_id, NULL, NULL
              FROM views.group_role_v1 g WHERE g.group_id = :id AND {g}
            """,
            "SELECT l.policy_id FROM views.group_policy_v1 l WHERE l.group_id = :id AND {l}"),
    SECURITY_POLICY(
            Kind.SECURITY_POLICY,
            """
            SELECT NULL::uuid AS group_id, g.policy_id, g.role_id, g.resources::text, g.place
              FROM views.policy_grant_v1 g WHERE g.policy_id = :id AND {g}
            """,
            "SELECT :id::uuid AS policy_id"),
    ROLE(
            Kind.ROLE,
            "SELECT NULL::uuid AS group_id, NULL::uuid AS policy_id, :id::uuid AS role_id,"
                    + " NULL::text AS resources, NULL::int AS place",
            "SELECT NULL::uuid AS policy_id WHERE false");

    private final Kind kind;
    private final String ways;
    private final String policies;

    Bearer(Kind kind, String ways, String policies) {
        this.kind = kind;
        this.ways = at(ways);
        this.policies = at(policies);
    }

    Kind kind() {
        return kind;
    }

    String ways() {
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
