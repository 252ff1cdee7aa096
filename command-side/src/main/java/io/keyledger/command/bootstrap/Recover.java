package io.keyledger.command.bootstrap;

import io.keyledger.command.grant.GuardedCommand;
import io.keyledger.command.workspace.BuiltIn;
import io.keyledger.shared.event.SecretHash;

import java.util.UUID;

/** Create one more administrator of {@code system}, with one key. */
record Recover(UUID administrator, String username, String keyId, SecretHash secretHash)
        implements GuardedCommand {

    @Override
    public String workspace() {
        return BuiltIn.SYSTEM;
    }

    @Override
    public String requiredPermission() {
        return "workspaces:manage";
    }
}
