package io.keyledger.command.platform;

/** Marks a component whose {@code @EventHandler} methods write in the transaction of the events. */
public interface WritesWithEvents {}
