package io.keyledger.query.directory;

import io.keyledger.shared.event.ApiEvent;
import io.keyledger.shared.event.DomainEvent;
import io.keyledger.shared.event.PersonEvent;
import io.keyledger.shared.event.RoleEvent;
import io.keyledger.shared.event.SecurityPolicyEvent;
import io.keyledger.shared.event.ServiceUserEvent;
import io.keyledger.shared.event.UserGroupEvent;
import io.keyledger.shared.event.WorkspaceEvent;

import java.util.HashSet;
import java.util.Set;
import java.util.UUID;

/** Whose rows the events of a batch can change. */
final class Affected {

    private final Set<String> workspaces = new HashSet<>();
    private final Set<UUID> roles = new HashSet<>();
    private final Set<UUID> groups = new HashSet<>();
    private final Set<UUID> policies = new HashSet<>();
    private final Set<UUID> apis = new HashSet<>();
    private final Set<UUID> serviceUsers = new HashSet<>();

    void add(DomainEvent event) {
        var _ =
                switch (event) {
                    case WorkspaceEvent e -> workspaces.add(e.slug());
                    case RoleEvent e -> roles.add(e.roleId());
                    case UserGroupEvent e -> groups.add(e.groupId());
                    case SecurityPolicyEvent e -> policies.add(e.policyId());
                    case ApiEvent e -> apis.add(e.apiId());
                    case ServiceUserEvent e -> serviceUsers.add(e.serviceUserId());
                    case PersonEvent _ -> false;
                };
    }

    Set<String> workspaces() {
        return workspaces;
    }

    Set<UUID> roles() {
        return roles;
    }

    Set<UUID> groups() {
        return groups;
    }

    Set<UUID> policies() {
        return policies;
    }

    Set<UUID> apis() {
        return apis;
    }

    Set<UUID> serviceUsers() {
        return serviceUsers;
    }
}
