package io.keyledger.command.usergroup;

import io.keyledger.command.grant.Grantor;
import io.keyledger.command.grant.GroupFact;
import io.keyledger.command.grant.RoleFact;
import io.keyledger.shared.event.UserGroupEvent;

import java.util.List;
import java.util.Map;
import java.util.UUID;

/** A group that lives by its decider, for specs of other aggregates. */
public final class LivingGroup {

    private final UUID id;
    private UserGroupState state = new UserGroupState.Absent();

    public LivingGroup(UUID id, List<UUID> roles, boolean builtIn) {
        this.id = id;
        apply(
                UserGroupDecider.decide(
                        new CreateUserGroup("w", id, "group", "", roles, List.of(), builtIn),
                        facts(Map.of())));
    }

    public void edit(List<UUID> wanted, Map<UUID, RoleFact> roles) {
        EditUserGroup edit = new EditUserGroup("w", id, null, null, wanted, null, null);
        apply(UserGroupDecider.decide(state, edit, facts(roles)));
    }

    public GroupFact fact(Map<UUID, RoleFact> roles) {
        List<UUID> mine = ((UserGroupState.Present) state).roles();
        return new GroupFact(id, "group", mine.stream().map(roles::get).toList(), List.of());
    }

    private static UserGroupFacts facts(Map<UUID, RoleFact> roles) {
        return new UserGroupFacts(Grantor.system(), roles, Map.of(), List::of);
    }

    private void apply(List<UserGroupEvent> events) {
        events.forEach(event -> state = UserGroupEvolution.evolve(state, event));
    }
}
