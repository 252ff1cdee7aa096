package io.keyledger.command.grant;

import io.keyledger.shared.policy.PolicyGuards;
import io.keyledger.shared.policy.PolicyState;

import java.util.List;
import java.util.UUID;

/** A security policy as decisions about whom it reaches need it. */
public record PolicyFact(
        UUID id, String name, PolicyState state, PolicyGuards guards, List<RoleFact> roles) {

    public PolicyFact {
        roles = List.copyOf(roles);
    }

    /** What it grants as it stands, for all resources or for some. */
    public List<String> permissions() {
        return enabled()
                ? roles.stream().flatMap(role -> role.permissions().stream()).distinct().toList()
                : List.of();
    }

    /** Whether it may refuse uses as it stands. */
    public boolean guarding() {
        return enabled() && !guards.equals(PolicyGuards.NONE);
    }

    private boolean enabled() {
        return state == PolicyState.ENABLED;
    }
}
