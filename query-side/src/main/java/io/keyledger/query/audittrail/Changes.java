package io.keyledger.query.audittrail;

import io.keyledger.shared.event.ApiEvent;
import io.keyledger.shared.event.DomainEvent;
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

import org.jspecify.annotations.Nullable;

/** Every event as the audit trail tells it. */
final class Changes {

    private static final String ROLE = "role";
    private static final String GROUP = "user-group";

    private Changes() {}

    static Change of(DomainEvent event) {
        return switch (event) {
            case WorkspaceEvent e -> ofWorkspace(e);
            case RoleEvent e -> ofRole(e);
            case UserGroupEvent e -> ofGroup(e);
            case SecurityPolicyEvent e -> PolicyChange.of(e);
            case ApiEvent e -> ApiChange.of(e);
            case ServiceUserEvent e -> ServiceUserChange.of(e);
            case PersonEvent e -> PersonChange.of(e);
        };
    }

    private static Change ofWorkspace(WorkspaceEvent event) {
        return switch (event) {
            case WorkspaceCreated e ->
                    workspace(e, null, Fields.of("name", e.name()).with("slug", e.slug()));
            case WorkspaceRenamed e ->
                    workspace(e, Fields.of("name", e.before()), Fields.of("name", e.after()));
            case PersonalValuesErased e ->
                    workspace(e, null, Fields.of("personalValuesErased", e.values().size()));
        };
    }

    private static Change ofRole(RoleEvent event) {
        return switch (event) {
            case RoleCreated e ->
                    Change.of(
                            ROLE,
                            e.roleId(),
                            null,
                            Fields.of("name", e.name())
                                    .with("description", e.description())
                                    .with("permissions", e.permissions())
                                    .with("builtIn", e.builtIn()));
            case RoleDetailsChanged e ->
                    Change.of(ROLE, e.roleId(), Fields.of(e.before()), Fields.of(e.after()))
                            .onlyDifferences();
            case RolePermissionsChanged e ->
                    Change.of(
                            ROLE,
                            e.roleId(),
                            Fields.of("permissions", e.before()),
                            Fields.of("permissions", e.after()));
            case RoleDeleted e -> Change.of(ROLE, e.roleId(), last(e), null);
        };
    }

    /** Older records do not say what the role held. */
    private static Fields last(RoleDeleted event) {
        Fields name = Fields.of("name", event.name());
        return event.permissions() == null ? name : name.with("permissions", event.permissions());
    }

    private static Change ofGroup(UserGroupEvent event) {
        return switch (event) {
            case UserGroupCreated e ->
                    Change.of(
                            GROUP,
                            e.groupId(),
                            null,
                            Fields.of("name", e.name())
                                    .with("description", e.description())
                                    .with("builtIn", e.builtIn()));
            case UserGroupDetailsChanged e ->
                    Change.of(GROUP, e.groupId(), Fields.of(e.before()), Fields.of(e.after()))
                            .onlyDifferences();
            case RoleAssignedToGroup e ->
                    Change.of(GROUP, e.groupId(), null, Fields.of(ROLE, e.roleId()));
            case RoleUnassignedFromGroup e ->
                    Change.of(GROUP, e.groupId(), Fields.of(ROLE, e.roleId()), null);
            case SecurityPolicyAttachedToGroup e ->
                    Change.of(GROUP, e.groupId(), null, Fields.of("policy", e.policyId()));
            case SecurityPolicyDetachedFromGroup e ->
                    Change.of(GROUP, e.groupId(), Fields.of("policy", e.policyId()), null);
            case UserGroupDeleted e ->
                    Change.of(GROUP, e.groupId(), Fields.of("name", e.name()), null);
        };
    }

    private static Change workspace(WorkspaceEvent event, @Nullable Fields before, Fields after) {
        return Change.of("workspace", event.slug(), before, after);
    }
}
