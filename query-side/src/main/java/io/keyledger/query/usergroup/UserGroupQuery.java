package io.keyledger.query.usergroup;

import io.keyledger.query.paging.Filters;
import io.swagger.v3.oas.annotations.Parameter;

import org.jspecify.annotations.Nullable;

/** The parameters of a list of user groups as they were sent. */
record UserGroupQuery(
        @Parameter(
                        description = "A text, in whatever case, in name or description",
                        example = "readers")
                @Nullable String q,
        @Parameter(description = "Id of a role they carry") @Nullable String role,
        @Parameter(description = "Id of a policy that is attached to them")
                @Nullable String policy) {

    UserGroupFilter read() {
        return new UserGroupFilter(
                Filters.text("q", q), Filters.id("role", role), Filters.id("policy", policy));
    }
}
