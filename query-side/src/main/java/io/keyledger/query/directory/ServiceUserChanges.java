package io.keyledger.query.directory;

import io.keyledger.query.history.History;
import io.keyledger.query.history.Moment;
import io.keyledger.shared.event.ServiceUserDetails;
import io.keyledger.shared.event.ServiceUserEvent;
import io.keyledger.shared.event.ServiceUserEvent.ApiKeyDeleted;
import io.keyledger.shared.event.ServiceUserEvent.ApiKeyDisabled;
import io.keyledger.shared.event.ServiceUserEvent.ApiKeyEnabled;
import io.keyledger.shared.event.ServiceUserEvent.ApiKeyGenerated;
import io.keyledger.shared.event.ServiceUserEvent.ApiKeyRenamed;
import io.keyledger.shared.event.ServiceUserEvent.GroupAssigned;
import io.keyledger.shared.event.ServiceUserEvent.GroupUnassigned;
import io.keyledger.shared.event.ServiceUserEvent.RoleAssigned;
import io.keyledger.shared.event.ServiceUserEvent.RoleUnassigned;
import io.keyledger.shared.event.ServiceUserEvent.SecretRegenerated;
import io.keyledger.shared.event.ServiceUserEvent.SecurityPolicyAttached;
import io.keyledger.shared.event.ServiceUserEvent.SecurityPolicyDetached;
import io.keyledger.shared.event.ServiceUserEvent.ServiceUserCreated;
import io.keyledger.shared.event.ServiceUserEvent.ServiceUserDeleted;
import io.keyledger.shared.event.ServiceUserEvent.ServiceUserDetailsChanged;
import io.keyledger.shared.event.ServiceUserEvent.ServiceUserDisabled;
import io.keyledger.shared.event.ServiceUserEvent.ServiceUserEnabled;

import java.util.UUID;
import java.util.function.UnaryOperator;

/** What each event of a service user makes of it, its groups, its roles and its keys. */
record ServiceUserChanges(Directory directory, UUID id, Moment now) {

    void apply(ServiceUserEvent event, String workspace) {
        switch (event) {
            case ServiceUserCreated(_, ServiceUserDetails details) ->
                    directory
                            .serviceUsers()
                            .put(
                                    id,
                                    new ServiceUserRow(
                                            workspace, details, Status.ENABLED, now.at()),
                                    now);
            case ServiceUserDetailsChanged(_, _, ServiceUserDetails after) ->
                    user(row -> row.with(after));
            case GroupAssigned e -> assign(directory.userGroups(), e.groupId(), workspace);
            case GroupUnassigned e -> unassign(directory.userGroups(), e.groupId());
            case RoleAssigned e -> assign(directory.userRoles(), e.roleId(), workspace);
            case RoleUnassigned e -> unassign(directory.userRoles(), e.roleId());
            case SecurityPolicyAttached e ->
                    assign(directory.userPolicies(), e.policyId(), workspace);
            case SecurityPolicyDetached e -> unassign(directory.userPolicies(), e.policyId());
            case ServiceUserDisabled _ -> user(row -> row.in(Status.DISABLED));
            case ServiceUserEnabled _ -> user(row -> row.in(Status.ENABLED));
            case ServiceUserDeleted _ -> delete();
            case ApiKeyGenerated e -> generate(e, workspace);
            case SecretRegenerated e ->
                    key(e.keyId(), row -> row.regenerated(now.at(), e.overlapUntil()));
            case ApiKeyRenamed e -> key(e.keyId(), row -> row.named(e.after()));
            case ApiKeyDisabled e -> key(e.keyId(), row -> row.in(Status.DISABLED));
            case ApiKeyEnabled e -> key(e.keyId(), row -> row.in(Status.ENABLED));
            case ApiKeyDeleted e -> key(e.keyId(), row -> row.in(Status.DELETED));
        }
    }

    private void user(UnaryOperator<ServiceUserRow> change) {
        directory.serviceUsers().change(id, change, now);
    }

    private void key(String keyId, UnaryOperator<ApiKeyRow> change) {
        directory.serviceUsers().touch(id, now);
        directory.keys().change(keyId, change, now);
    }

    private void generate(ApiKeyGenerated event, String workspace) {
        directory.serviceUsers().touch(id, now);
        ApiKeyRow row =
                new ApiKeyRow(
                        workspace,
                        id,
                        event.name(),
                        Status.ENABLED,
                        event.expiresAt(),
                        now.at(),
                        null,
                        now.at());
        directory.keys().put(event.keyId(), row, now);
    }

    private void assign(History<Link, String> links, UUID held, String workspace) {
        directory.serviceUsers().touch(id, now);
        links.put(new Link(id, held), workspace, now);
    }

    private void unassign(History<Link, String> links, UUID held) {
        directory.serviceUsers().touch(id, now);
        links.end(new Link(id, held), now);
    }

    /** The row stays, so that what is left of it can be asked for; what it had ends. */
    private void delete() {
        user(row -> row.in(Status.DELETED));
        endAll(directory.userGroups());
        endAll(directory.userRoles());
        endAll(directory.userPolicies());
        directory
                .keys()
                .keysWhereValue(row -> row.serviceUserId().equals(id))
                .forEach(key -> directory.keys().change(key, row -> row.in(Status.DELETED), now));
    }

    private void endAll(History<Link, String> links) {
        links.keysWhere(link -> link.holder().equals(id)).forEach(link -> links.end(link, now));
    }
}
