package io.keyledger.query.person;

import io.swagger.v3.oas.annotations.Parameter;

import org.jspecify.annotations.Nullable;

/** The parameter that orders a list of people, as it was sent. */
record PersonSortQuery(
        @Parameter(
                        description =
                                "name, createdAt, lastSignIn or status; with a minus before it the"
                                        + " other way round; name if left out",
                        example = "-lastSignIn")
                @Nullable String sort) {}
