package io.keyledger.query.policy;

import io.keyledger.query.paging.Filters;
import io.keyledger.shared.policy.PolicyState;
import io.swagger.v3.oas.annotations.Parameter;

import org.jspecify.annotations.Nullable;

import java.util.Arrays;
import java.util.List;

/** The parameters of a list of security policies as they were sent. */
record PolicyQuery(
        @Parameter(
                        description = "A text, in whatever case, in name or description",
                        example = "office")
                @Nullable String q,
        @Parameter(description = "disabled, monitoring or enabled", example = "enabled")
                @Nullable String state,
        @Parameter(description = "Id of a role they grant") @Nullable String role) {

    private static final List<String> STATES =
            Arrays.stream(PolicyState.values()).map(PolicyState::storedName).toList();

    PolicyFilter read() {
        return new PolicyFilter(
                Filters.text("q", q),
                Filters.oneOf("state", state, STATES),
                Filters.id("role", role));
    }
}
