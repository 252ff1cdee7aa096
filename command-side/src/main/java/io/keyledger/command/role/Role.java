package io.keyledger.command.role;

import io.keyledger.command.platform.Shell;
import io.keyledger.shared.event.RoleEvent;

import java.util.List;

/** The shell that holds a role's state between events. */
class Role extends Shell<RoleEvent, RoleState> {

    Role() {
        super(new RoleState.Absent());
    }

    Role(List<RoleEvent> events) {
        this();
        apply(events);
    }

    @Override
    protected String streamOf(RoleEvent event) {
        return event.roleId().toString();
    }

    @Override
    protected RoleState evolve(RoleState before, RoleEvent event) {
        return RoleDecider.evolve(before, event);
    }
}
