package io.keyledger.command.platform;

/** A command to something in a workspace. */
public interface WorkspaceCommand {

    String workspace();
}
