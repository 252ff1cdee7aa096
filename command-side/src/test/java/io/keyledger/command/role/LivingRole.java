package io.keyledger.command.role;

import io.keyledger.command.grant.Grantor;
import io.keyledger.command.grant.RoleFact;
import io.keyledger.shared.event.RoleEvent;

import java.util.List;
import java.util.UUID;

/** A role that lives by its decider, for specs of other aggregates. */
public final class LivingRole {

    private final UUID id;
    private RoleState state = new RoleState.Absent();

    public LivingRole(UUID id, List<String> permissions, boolean builtIn) {
        this.id = id;
        apply(
                RoleDecider.decide(
                        new CreateRole("w", id, "role", "", permissions, builtIn),
                        Grantor.system()));
    }

    public void edit(List<String> permissions) {
        EditRole edit = new EditRole("w", id, null, null, permissions, null);
        apply(RoleDecider.decide(state, edit, Grantor.system()));
    }

    public RoleFact fact() {
        return new RoleFact(id, "role", ((RoleState.Present) state).permissions());
    }

    private void apply(List<RoleEvent> events) {
        events.forEach(event -> state = RoleDecider.evolve(state, event));
    }
}
