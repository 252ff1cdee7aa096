package io.keyledger.query.current;

import java.util.UUID;

/** A role or a user group as others refer to it. */
public record Named(UUID id, String name) {}
