package io.keyledger.access.state;

import io.keyledger.shared.use.EntityVersion;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;

/** A key and its service user. */
public record KnownKey(KeyState key, ServiceUserState user) implements Known {

    @Override
    public UUID id() {
        return user.id();
    }

    @Override
    public String workspace() {
        return user.workspace();
    }

    @Override
    public EntityVersion entityVersion() {
        return user.entityVersion();
    }

    @Override
    public List<UUID> groups() {
        return user.groups();
    }

    @Override
    public List<UUID> roles() {
        return user.roles();
    }

    @Override
    public List<UUID> policies() {
        return user.policies();
    }

    /** The key's time or the service user's, whichever is first. */
    @Override
    public @Nullable Instant expiresAt() {
        return Stream.of(key.expiresAt(), user.expiresAt())
                .filter(Objects::nonNull)
                .min(Comparator.naturalOrder())
                .orElse(null);
    }
}
