package io.keyledger.access.state;

import org.jspecify.annotations.Nullable;

import java.time.Instant;

/** A key; an old secret may overlap until some time. */
public record KeyState(
        String id,
        Status status,
        @Nullable Instant expiresAt,
        StoredSecret secret,
        @Nullable StoredSecret overlap,
        @Nullable Instant overlapUntil) {}
