package io.keyledger.query.workspace;

import io.swagger.v3.oas.annotations.Parameter;

import org.jspecify.annotations.Nullable;

/** The parameter that orders a list of workspaces, as it was sent. */
record WorkspaceSortQuery(
        @Parameter(
                        description =
                                "slug, name or createdAt; with a minus before it the other way"
                                        + " round; slug if left out",
                        example = "-createdAt")
                @Nullable String sort) {}
