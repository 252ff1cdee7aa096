package io.keyledger.access.state;

/** A key and its service user. */
public record KnownKey(KeyState key, ServiceUserState user) {}
