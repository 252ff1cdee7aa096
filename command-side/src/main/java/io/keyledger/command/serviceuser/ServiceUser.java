package io.keyledger.command.serviceuser;

import io.keyledger.command.platform.Shell;
import io.keyledger.shared.event.ServiceUserEvent;

import java.util.List;

/** The shell that holds a service user's state between events. */
class ServiceUser extends Shell<ServiceUserEvent, ServiceUserState> {

    ServiceUser() {
        super(new ServiceUserState.Absent());
    }

    ServiceUser(List<ServiceUserEvent> events) {
        this();
        apply(events);
    }

    /** Nothing crosses a workspace, whoever knows an id. */
    boolean isPresentIn(String workspace) {
        return isIn(workspace) && state() instanceof ServiceUserState.Present;
    }

    @Override
    protected String streamOf(ServiceUserEvent event) {
        return event.serviceUserId().toString();
    }

    @Override
    protected ServiceUserState evolve(ServiceUserState before, ServiceUserEvent event) {
        return ServiceUserEvolution.evolve(before, event);
    }
}
