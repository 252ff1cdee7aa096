package io.keyledger.query.role;

import io.keyledger.query.current.GrantingPatterns;
import io.keyledger.query.paging.Conditions;
import io.keyledger.query.paging.TextSearch;
import io.keyledger.shared.permission.Permission;

import org.jspecify.annotations.Nullable;

/** Which roles are wanted. All conditions must hold; aliases in braces are still to be replaced. */
record RoleFilter(@Nullable String q, @Nullable Permission permission) {

    Conditions conditions() {
        return TextSearch.of(
                        q, "r.name_key", "r.description", "array_to_string(r.permissions, ' ')")
                .and(
                        "r.permissions && :patterns::text[]",
                        "patterns",
                        permission == null ? null : GrantingPatterns.of(permission));
    }
}
