package io.keyledger.query.reach;

import io.keyledger.shared.policy.ResourceScope;
import io.swagger.v3.oas.annotations.media.Schema;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.UUID;

/** What edits say that are not made; what is left out stays. */
final class Edits {

    private Edits() {}

    record RoleEdit(@Nullable List<@Nullable String> permissions) {}

    record GroupEdit(
            @Nullable List<@Nullable UUID> roles, @Nullable List<@Nullable UUID> policies) {}

    record PolicyEdit(
            @Schema(allowableValues = {"disabled", "monitoring", "enabled"}) @Nullable String state,
            @Nullable List<@Nullable GrantEdit> grants) {}

    /** A role that a policy would grant, for all resources or only for some. */
    record GrantEdit(@Nullable UUID role, @Nullable ResourceScope resources) {}
}
