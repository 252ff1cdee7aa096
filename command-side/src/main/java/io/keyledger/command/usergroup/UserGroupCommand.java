package io.keyledger.command.usergroup;

import io.keyledger.command.grant.GuardedCommand;

import java.util.UUID;

/** What can be asked of a user group. */
public sealed interface UserGroupCommand extends GuardedCommand
        permits CreateUserGroup, EditUserGroup, DeleteUserGroup {

    UUID groupId();

    @Override
    default String requiredPermission() {
        return "groups:manage";
    }
}
