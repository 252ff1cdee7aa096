package io.keyledger.shared.event;

/** The name and revision an event is stored under, such as {@code role.RoleCreated} r1. */
public record WireType(String name, int revision) {}
