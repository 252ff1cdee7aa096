package io.keyledger.shared.event;

/** The details of a role or a user group. */
public record NameAndDescription(String name, String description) {}
