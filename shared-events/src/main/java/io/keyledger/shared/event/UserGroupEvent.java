package io.keyledger.shared.event;

import java.util.UUID;

/** What happens to a user group. Membership is the service user's own. */
public sealed interface UserGroupEvent extends DomainEvent {

    UUID groupId();

    /** A user group was created, without roles. */
    record UserGroupCreated(UUID groupId, String name, String description, boolean builtIn)
            implements UserGroupEvent {}

    /** Name or description of a user group changed. */
    record UserGroupDetailsChanged(
            UUID groupId, NameAndDescription before, NameAndDescription after)
            implements UserGroupEvent {}

    /** The members of a group now have a further role. */
    record RoleAssignedToGroup(UUID groupId, UUID roleId) implements UserGroupEvent {}

    /** The members of a group no longer have a role by it. */
    record RoleUnassignedFromGroup(UUID groupId, UUID roleId) implements UserGroupEvent {}

    /** A security policy now reaches the members of a group. */
    record SecurityPolicyAttachedToGroup(UUID groupId, UUID policyId) implements UserGroupEvent {}

    /** A security policy no longer reaches the members of a group by it. */
    record SecurityPolicyDetachedFromGroup(UUID groupId, UUID policyId) implements UserGroupEvent {}

    /** A group without members was deleted; its name is free again. */
    record UserGroupDeleted(UUID groupId, String name) implements UserGroupEvent {}
}
