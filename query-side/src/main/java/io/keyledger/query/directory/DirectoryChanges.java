package io.keyledger.query.directory;

import io.keyledger.query.history.Moment;
import io.keyledger.shared.event.DomainEvent;
import io.keyledger.shared.event.NameAndDescription;
import io.keyledger.shared.event.RoleEvent;
import io.keyledger.shared.event.RoleEvent.RoleCreated;
import io.keyledger.shared.event.RoleEvent.RoleDeleted;
import io.keyledger.shared.event.RoleEvent.RoleDetailsChanged;
import io.keyledger.shared.event.RoleEvent.RolePermissionsChanged;
import io.keyledger.shared.event.ServiceUserEvent;
import io.keyledger.shared.event.UserGroupEvent;
import io.keyledger.shared.event.UserGroupEvent.RoleAssignedToGroup;
import io.keyledger.shared.event.UserGroupEvent.RoleUnassignedFromGroup;
import io.keyledger.shared.event.UserGroupEvent.UserGroupCreated;
import io.keyledger.shared.event.UserGroupEvent.UserGroupDeleted;
import io.keyledger.shared.event.UserGroupEvent.UserGroupDetailsChanged;
import io.keyledger.shared.event.WorkspaceEvent;
import io.keyledger.shared.event.WorkspaceEvent.WorkspaceCreated;
import io.keyledger.shared.event.WorkspaceEvent.WorkspaceRenamed;

import java.util.UUID;

/** What each event makes of the directory, but for those of service users. */
record DirectoryChanges(Directory directory) {

    void apply(DomainEvent event, String workspace, Moment now) {
        switch (event) {
            case WorkspaceEvent e -> apply(e, now);
            case RoleEvent e -> apply(e, workspace, now);
            case UserGroupEvent e -> apply(e, workspace, now);
            case ServiceUserEvent e ->
                    new ServiceUserChanges(directory, e.serviceUserId(), now).apply(e, workspace);
        }
    }

    private void apply(WorkspaceEvent event, Moment now) {
        var workspaces = directory.workspaces();
        switch (event) {
            case WorkspaceCreated(String slug, String name) ->
                    workspaces.put(slug, new WorkspaceRow(name, now.at()), now);
            case WorkspaceRenamed(String slug, _, String after) ->
                    workspaces.change(slug, row -> row.named(after), now);
        }
    }

    private void apply(RoleEvent event, String workspace, Moment now) {
        var roles = directory.roles();
        switch (event) {
            case RoleCreated e ->
                    roles.put(
                            e.roleId(),
                            new RoleRow(
                                    workspace,
                                    new NameAndDescription(e.name(), e.description()),
                                    e.permissions(),
                                    e.builtIn(),
                                    now.at()),
                            now);
            case RoleDetailsChanged(UUID id, _, NameAndDescription after) ->
                    roles.change(id, row -> row.with(after), now);
            case RolePermissionsChanged(UUID id, _, var after) ->
                    roles.change(id, row -> row.with(after), now);
            case RoleDeleted(UUID id, _) -> roles.end(id, now);
        }
    }

    private void apply(UserGroupEvent event, String workspace, Moment now) {
        var groups = directory.groups();
        switch (event) {
            case UserGroupCreated e ->
                    groups.put(
                            e.groupId(),
                            new UserGroupRow(
                                    workspace,
                                    new NameAndDescription(e.name(), e.description()),
                                    e.builtIn(),
                                    now.at()),
                            now);
            case UserGroupDetailsChanged(UUID id, _, NameAndDescription after) ->
                    groups.change(id, row -> row.with(after), now);
            case RoleAssignedToGroup(UUID id, UUID roleId) -> {
                groups.touch(id, now);
                directory.groupRoles().put(new Link(id, roleId), workspace, now);
            }
            case RoleUnassignedFromGroup(UUID id, UUID roleId) -> {
                groups.touch(id, now);
                directory.groupRoles().end(new Link(id, roleId), now);
            }
            case UserGroupDeleted(UUID id, _) -> {
                groups.end(id, now);
                var roles = directory.groupRoles();
                roles.keysWhere(link -> link.holder().equals(id)).forEach(l -> roles.end(l, now));
            }
        }
    }
}
