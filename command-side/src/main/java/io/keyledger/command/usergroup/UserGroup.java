package io.keyledger.command.usergroup;

import io.keyledger.command.platform.Shell;
import io.keyledger.shared.event.UserGroupEvent;

import java.util.List;

/** The shell that holds a user group's state between events. */
class UserGroup extends Shell<UserGroupEvent, UserGroupState> {

    UserGroup() {
        super(new UserGroupState.Absent());
    }

    UserGroup(List<UserGroupEvent> events) {
        this();
        apply(events);
    }

    @Override
    protected String streamOf(UserGroupEvent event) {
        return event.groupId().toString();
    }

    @Override
    protected UserGroupState evolve(UserGroupState before, UserGroupEvent event) {
        return UserGroupEvolution.evolve(before, event);
    }
}
