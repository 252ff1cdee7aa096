package io.keyledger.command.platform;

/** Marks a component whose {@code @CommandHandler} methods are to be called. */
public interface HandlesCommands {}
