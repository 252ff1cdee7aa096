package io.keyledger.command.role;

import io.keyledger.command.grant.GuardedCommand;

import java.util.UUID;

/** What can be asked of a role. */
public sealed interface RoleCommand extends GuardedCommand
        permits CreateRole, EditRole, DeleteRole {

    UUID roleId();

    @Override
    default String requiredPermission() {
        return "roles:manage";
    }
}
