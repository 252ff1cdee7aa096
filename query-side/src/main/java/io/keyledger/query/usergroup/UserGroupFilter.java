package io.keyledger.query.usergroup;

import io.keyledger.query.paging.Conditions;
import io.keyledger.query.paging.TextSearch;

import org.jspecify.annotations.Nullable;

import java.util.UUID;

/**
 * Which user groups are wanted. All conditions must hold; aliases in braces are still to be
 * replaced.
 */
record UserGroupFilter(@Nullable String q, @Nullable UUID role, @Nullable UUID policy) {

    private static final String ROLE =
            """
            EXISTS (SELECT FROM views.group_role_v1 r
                     WHERE r.group_id = g.id AND r.role_id = :role AND {r})""";
    private static final String POLICY =
            """
            EXISTS (SELECT FROM views.group_policy_v1 p
                     WHERE p.group_id = g.id AND p.policy_id = :policy AND {p})""";

    Conditions conditions() {
        return TextSearch.of(q, "g.name_key", "g.description")
                .and(ROLE, "role", role)
                .and(POLICY, "policy", policy);
    }
}
