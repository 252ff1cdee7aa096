package io.keyledger.query.usergroup;

import io.swagger.v3.oas.annotations.Parameter;

import org.jspecify.annotations.Nullable;

/** The parameter that orders a list of user groups, as it was sent. */
record SortQuery(
        @Parameter(
                        description =
                                "name, createdAt or memberCount (service users and people); with a minus before"
                                        + " it the other way round; name if left out",
                        example = "-memberCount")
                @Nullable String sort) {}
