package io.keyledger.query.workspace;

import io.keyledger.query.paging.Conditions;
import io.keyledger.query.paging.TextSearch;

import org.jspecify.annotations.Nullable;

import java.util.SortedSet;

/**
 * Which workspaces are wanted; all conditions must hold.
 *
 * @param only no other than those; null for all
 */
record WorkspaceFilter(@Nullable String q, @Nullable SortedSet<String> only) {

    Conditions conditions() {
        return TextSearch.of(q, "w.slug", "w.name")
                .and(
                        "w.slug = ANY (:only)",
                        "only",
                        only == null ? null : only.toArray(String[]::new));
    }
}
