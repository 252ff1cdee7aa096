package io.keyledger.query.deadletter;

import io.swagger.v3.oas.annotations.Parameter;

import org.jspecify.annotations.Nullable;

/** The parameter that orders a list of parked entries, as it was sent. */
record DeadLetterSortQuery(
        @Parameter(
                        description =
                                "view (and in it by position), type, workspace, attempts, parkedAt"
                                        + " or triedAt; with a minus before it the other way round;"
                                        + " view if left out",
                        example = "-parkedAt")
                @Nullable String sort) {}
