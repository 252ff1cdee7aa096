package io.keyledger.access.state;

import io.keyledger.shared.use.EntityVersion;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** Who is known by what was shown: a key's service user, or a person. */
public sealed interface Known permits KnownKey, KnownPerson {

    UUID id();

    /** In whose log its uses are. */
    String workspace();

    EntityVersion entityVersion();

    List<UUID> groups();

    /** Its own ones; those of its groups are not among them. */
    List<UUID> roles();

    /** Its own ones; those of its groups are not among them. */
    List<UUID> policies();

    /** When what was shown, or who showed it, is not good any more. */
    @Nullable Instant expiresAt();
}
