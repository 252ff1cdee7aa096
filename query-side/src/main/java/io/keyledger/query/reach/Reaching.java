package io.keyledger.query.reach;

import io.keyledger.query.current.Kind;

/**
 * What reaches service users and people, and by which ways: queries of ids of whoever has {@code
 * :held}, whose aliases in braces stand for the condition that a row is valid.
 */
enum Reaching {
    GROUP(
            Kind.USER_GROUP,
            """
            SELECT l.service_user_id FROM views.service_user_group_v1 l
             WHERE l.group_id = :held AND {l}""",
            """
            SELECT l.person_id FROM views.person_group_v1 l
             WHERE l.group_id = :held AND {l}"""),
    POLICY(
            Kind.SECURITY_POLICY,
            """
            SELECT l.service_user_id FROM views.service_user_policy_v1 l
             WHERE l.policy_id = :held AND {l}
            UNION
            SELECT l.service_user_id FROM views.group_policy_v1 g
              JOIN views.service_user_group_v1 l ON l.group_id = g.group_id AND {l}
             WHERE g.policy_id = :held AND {g}""",
            """
            SELECT l.person_id FROM views.group_policy_v1 g
              JOIN views.person_group_v1 l ON l.group_id = g.group_id AND {l}
             WHERE g.policy_id = :held AND {g}"""),
    /** Policies that only monitor grant nothing. */
    ROLE(
            Kind.ROLE,
            """
            WITH granting AS (
              SELECT p.policy_id FROM views.policy_grant_v1 p
                JOIN views.security_policy_v1 s ON s.id = p.policy_id AND s.state = 'enabled'
                 AND {s}
               WHERE p.role_id = :held AND {p})
            SELECT l.service_user_id FROM views.service_user_role_v1 l
             WHERE l.role_id = :held AND {l}
            UNION
            SELECT l.service_user_id FROM views.group_role_v1 g
              JOIN views.service_user_group_v1 l ON l.group_id = g.group_id AND {l}
             WHERE g.role_id = :held AND {g}
            UNION
            SELECT l.service_user_id FROM granting p
              JOIN views.service_user_policy_v1 l ON l.policy_id = p.policy_id AND {l}
            UNION
            SELECT l.service_user_id FROM granting p
              JOIN views.group_policy_v1 g ON g.policy_id = p.policy_id AND {g}
              JOIN views.service_user_group_v1 l ON l.group_id = g.group_id AND {l}""",
            """
            SELECT l.person_id FROM views.group_role_v1 g
              JOIN views.person_group_v1 l ON l.group_id = g.group_id AND {l}
             WHERE g.role_id = :held AND {g}
            UNION
            SELECT l.person_id FROM views.policy_grant_v1 p
              JOIN views.security_policy_v1 s ON s.id = p.policy_id AND s.state = 'enabled'
               AND {s}
              JOIN views.group_policy_v1 g ON g.policy_id = p.policy_id AND {g}
              JOIN views.person_group_v1 l ON l.group_id = g.group_id AND {l}
             WHERE p.role_id = :held AND {p}""");

    private final Kind kind;
    private final String serviceUsers;
    private final String people;

    Reaching(Kind kind, String serviceUsers, String people) {
        this.kind = kind;
        this.serviceUsers = serviceUsers;
        this.people = people;
    }

    Kind kind() {
        return kind;
    }

    String serviceUsers() {
        return serviceUsers;
    }

    String people() {
        return people;
    }
}
