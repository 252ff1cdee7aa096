package io.keyledger.command.access;

import io.keyledger.command.platform.WritesWithEvents;
import io.keyledger.shared.event.ApiEvent;
import io.keyledger.shared.event.DomainEvent;
import io.keyledger.shared.event.PersonEvent;
import io.keyledger.shared.event.RoleEvent;
import io.keyledger.shared.event.SecurityPolicyEvent;
import io.keyledger.shared.event.ServiceUserEvent;
import io.keyledger.shared.event.UserGroupEvent;
import io.keyledger.shared.event.WorkspaceEvent;

import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.SequenceNumber;
import org.axonframework.messaging.annotation.MetaDataValue;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Takes each event to the rows it changes. */
@Component
class AccessTables implements WritesWithEvents {

    private final WorkspaceRows workspaces;
    private final RoleRows roles;
    private final UserGroupRows groups;
    private final SecurityPolicyRows policies;
    private final ApiRows apis;
    private final ServiceUserRows users;
    private final ApiKeyRows keys;
    private final PersonRows people;

    AccessTables(@Qualifier("commandJdbcClient") JdbcClient jdbc) {
        this.workspaces = new WorkspaceRows(jdbc);
        this.roles = new RoleRows(jdbc);
        this.groups = new UserGroupRows(jdbc);
        this.policies = new SecurityPolicyRows(jdbc);
        this.apis = new ApiRows(jdbc);
        this.users = new ServiceUserRows(jdbc);
        this.keys = new ApiKeyRows(jdbc);
        this.people = new PersonRows(jdbc);
    }

    @EventHandler
    void on(
            DomainEvent event,
            @SequenceNumber long sequence,
            @MetaDataValue(value = "workspace", required = true) String workspace) {
        try {
            write(event, sequence, workspace);
        } catch (DataAccessException e) {
            throw Constraints.rejection(e);
        }
    }

    private void write(DomainEvent event, long sequence, String workspace) {
        switch (event) {
            case WorkspaceEvent it -> workspaces.write(it, sequence);
            case RoleEvent it -> roles.write(it, sequence, workspace);
            case UserGroupEvent it -> groups.write(it, sequence, workspace);
            case SecurityPolicyEvent it -> policies.write(it, sequence, workspace);
            case ApiEvent it -> apis.write(it, sequence, workspace);
            case ServiceUserEvent it -> {
                users.write(it, sequence, workspace);
                keys.write(it, sequence, workspace);
            }
            case PersonEvent it -> people.write(it, sequence);
        }
    }
}
