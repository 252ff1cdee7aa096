package io.keyledger.command.bootstrap;

import io.keyledger.command.grant.GuardedCommand;
import io.keyledger.command.workspace.BuiltIn;
import io.keyledger.shared.event.SecretHash;

import java.util.UUID;

/** Create the workspace {@code system} and the bootstrap administrator with one key. */
record Bootstrap(UUID administrator, String keyId, SecretHash secretHash)
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
