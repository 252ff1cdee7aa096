package io.keyledger.command.upgrade;

import io.keyledger.command.grant.GuardedCommand;

/** Give a workspace's built-in roles today's permissions, and the built-in policies it lacks. */
record UpgradeWorkspace(String workspace) implements GuardedCommand {

    @Override
    public String requiredPermission() {
        return "workspaces:manage";
    }
}
