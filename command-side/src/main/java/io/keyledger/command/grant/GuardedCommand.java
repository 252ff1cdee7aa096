package io.keyledger.command.grant;

import io.keyledger.command.platform.WorkspaceCommand;

/** A command that only holders of a permission may give, in its workspace or in {@code system}. */
public interface GuardedCommand extends WorkspaceCommand {

    String requiredPermission();
}
