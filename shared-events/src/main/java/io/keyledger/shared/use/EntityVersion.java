package io.keyledger.shared.use;

import java.util.UUID;

/** An entity at the sequence of its stream's last event. */
public record EntityVersion(EntityKind kind, UUID id, long version) {}
