package io.keyledger.query.directory;

import io.keyledger.query.history.History;
import io.keyledger.query.history.Moment;
import io.keyledger.shared.event.ApiDetails;
import io.keyledger.shared.event.ApiEvent;
import io.keyledger.shared.event.ApiEvent.ApiCreated;
import io.keyledger.shared.event.ApiEvent.ApiDeleted;
import io.keyledger.shared.event.ApiEvent.ApiDetailsChanged;
import io.keyledger.shared.event.ApiEvent.ApiRouteAdded;
import io.keyledger.shared.event.ApiEvent.ApiRouteChanged;
import io.keyledger.shared.event.ApiEvent.ApiRouteRemoved;
import io.keyledger.shared.event.ApiRoute;
import io.keyledger.shared.event.DomainEvent;
import io.keyledger.shared.event.NameAndDescription;
import io.keyledger.shared.event.PersonEvent;
import io.keyledger.shared.event.RoleEvent;
import io.keyledger.shared.event.RoleEvent.RoleCreated;
import io.keyledger.shared.event.RoleEvent.RoleDeleted;
import io.keyledger.shared.event.RoleEvent.RoleDetailsChanged;
import io.keyledger.shared.event.RoleEvent.RolePermissionsChanged;
import io.keyledger.shared.event.SecurityPolicyEvent;
import io.keyledger.shared.event.ServiceUserEvent;
import io.keyledger.shared.event.UserGroupEvent;
import io.keyledger.shared.event.UserGroupEvent.RoleAssignedToGroup;
import io.keyledger.shared.event.UserGroupEvent.RoleUnassignedFromGroup;
import io.keyledger.shared.event.UserGroupEvent.SecurityPolicyAttachedToGroup;
import io.keyledger.shared.event.UserGroupEvent.SecurityPolicyDetachedFromGroup;
import io.keyledger.shared.event.UserGroupEvent.UserGroupCreated;
import io.keyledger.shared.event.UserGroupEvent.UserGroupDeleted;
import io.keyledger.shared.event.UserGroupEvent.UserGroupDetailsChanged;
import io.keyledger.shared.event.WorkspaceEvent;
import io.keyledger.shared.event.WorkspaceEvent.PersonalValuesErased;
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
            case SecurityPolicyEvent e ->
                    new PolicyChanges(directory, e.policyId(), now).apply(e, workspace);
            case ApiEvent e -> apply(e, workspace, now);
            case ServiceUserEvent e ->
                    new ServiceUserChanges(directory, e.serviceUserId(), now).apply(e, workspace);
            case PersonEvent _ -> {
                // what people are members of is told by the provider, and by the trail
            }
        }
    }

    private void apply(WorkspaceEvent event, Moment now) {
        var workspaces = directory.workspaces();
        switch (event) {
            case WorkspaceCreated(String slug, String name) ->
                    workspaces.put(slug, new WorkspaceRow(name, now.at()), now);
            case WorkspaceRenamed(String slug, _, String after) ->
                    workspaces.change(slug, row -> row.named(after), now);
            case PersonalValuesErased(String slug, _) -> workspaces.touch(slug, now);
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
            case RoleDeleted(UUID id, _, _) -> roles.end(id, now);
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
            case SecurityPolicyAttachedToGroup(UUID id, UUID policyId) -> {
                groups.touch(id, now);
                directory.groupPolicies().put(new Link(id, policyId), workspace, now);
            }
            case SecurityPolicyDetachedFromGroup(UUID id, UUID policyId) -> {
                groups.touch(id, now);
                directory.groupPolicies().end(new Link(id, policyId), now);
            }
            case UserGroupDeleted(UUID id, _) -> {
                groups.end(id, now);
                endAll(directory.groupRoles(), id, now);
                endAll(directory.groupPolicies(), id, now);
            }
        }
    }

    private void apply(ApiEvent event, String workspace, Moment now) {
        var apis = directory.apis();
        var routes = directory.routes();
        switch (event) {
            case ApiCreated(UUID id, ApiDetails details) ->
                    apis.put(id, new ApiRow(workspace, details, now.at()), now);
            case ApiDetailsChanged(UUID id, _, ApiDetails after) ->
                    apis.change(id, row -> row.with(after), now);
            case ApiRouteAdded(UUID id, ApiRoute route) -> {
                apis.touch(id, now);
                routes.put(route.routeId(), new ApiRouteRow(workspace, id, route, now.at()), now);
            }
            case ApiRouteChanged(UUID id, _, ApiRoute after) -> {
                apis.touch(id, now);
                routes.change(after.routeId(), row -> row.with(after), now);
            }
            case ApiRouteRemoved(UUID id, ApiRoute route) -> {
                apis.touch(id, now);
                routes.end(route.routeId(), now);
            }
            case ApiDeleted(UUID id, _) -> apis.end(id, now);
        }
    }

    private static void endAll(History<Link, String> links, UUID holder, Moment now) {
        links.keysWhere(link -> link.holder().equals(holder)).forEach(l -> links.end(l, now));
    }
}
