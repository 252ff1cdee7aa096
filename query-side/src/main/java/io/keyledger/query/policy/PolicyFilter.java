package io.keyledger.query.policy;

import io.keyledger.query.paging.Conditions;
import io.keyledger.query.paging.TextSearch;

import org.jspecify.annotations.Nullable;

import java.util.UUID;

/**
 * Which security policies are wanted. All conditions must hold; aliases in braces are still to be
 * replaced.
 */
record PolicyFilter(@Nullable String q, @Nullable String state, @Nullable UUID role) {

    private static final String ROLE =
            """
            EXISTS (SELECT FROM views.policy_grant_v1 g
                     WHERE g.policy_id = p.id AND g.role_id = :role AND {g})""";

    Conditions conditions() {
        return TextSearch.of(q, "p.name_key", "p.description")
                .and("p.state = :state", "state", state)
                .and(ROLE, "role", role);
    }
}
