package io.keyledger.command.grant;

import java.util.List;
import java.util.UUID;

/** A user group as decisions about its members need it. */
public record GroupFact(UUID id, String name, List<RoleFact> roles) {

    public GroupFact {
        roles = List.copyOf(roles);
    }

    public boolean ownerOnly() {
        return roles.stream().anyMatch(RoleFact::ownerOnly);
    }

    public List<String> permissions() {
        return roles.stream().flatMap(role -> role.permissions().stream()).distinct().toList();
    }
}
