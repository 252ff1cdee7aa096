package io.keyledger.query.workspace;

import io.keyledger.query.paging.Filters;
import io.swagger.v3.oas.annotations.Parameter;

import org.jspecify.annotations.Nullable;

import java.util.SortedSet;

/** The parameters of a list of workspaces as they were sent. */
record WorkspaceQuery(
        @Parameter(description = "A text, in whatever case, in slug or name", example = "acme")
                @Nullable String q) {

    /** Of those that the caller may see; null for all. */
    WorkspaceFilter read(@Nullable SortedSet<String> only) {
        return new WorkspaceFilter(Filters.text("q", q), only);
    }
}
