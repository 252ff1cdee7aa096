package io.keyledger.command.grant;

import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/** A user group as decisions about its members need it. */
public record GroupFact(UUID id, String name, List<RoleFact> roles, List<PolicyFact> policies) {

    public GroupFact {
        roles = List.copyOf(roles);
        policies = List.copyOf(policies);
    }

    public boolean ownerOnly() {
        return roles.stream().anyMatch(RoleFact::ownerOnly);
    }

    /** Whether whoever becomes a member comes under a guard that is in force. */
    public boolean guarding() {
        return policies.stream().anyMatch(PolicyFact::guarding);
    }

    /** What its members have by it: by its roles, and by its policies as they stand. */
    public List<String> permissions() {
        return Stream.concat(
                        roles.stream().flatMap(role -> role.permissions().stream()),
                        policies.stream().flatMap(policy -> policy.permissions().stream()))
                .distinct()
                .toList();
    }
}
