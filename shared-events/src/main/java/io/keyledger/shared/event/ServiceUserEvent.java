package io.keyledger.shared.event;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.UUID;

/** What happens to a service user, its groups, its roles and its API keys. */
public sealed interface ServiceUserEvent extends DomainEvent {

    UUID serviceUserId();

    /** A service user was created, enabled, without permissions or keys. */
    record ServiceUserCreated(UUID serviceUserId, ServiceUserDetails details)
            implements ServiceUserEvent {}

    /** Some of a service user's details changed. */
    record ServiceUserDetailsChanged(
            UUID serviceUserId, ServiceUserDetails before, ServiceUserDetails after)
            implements ServiceUserEvent {}

    /** A service user became a member of a user group. */
    record GroupAssigned(UUID serviceUserId, UUID groupId) implements ServiceUserEvent {}

    /** A service user is no longer a member of a user group. */
    record GroupUnassigned(UUID serviceUserId, UUID groupId) implements ServiceUserEvent {}

    /** A service user has a role of its own. */
    record RoleAssigned(UUID serviceUserId, UUID roleId) implements ServiceUserEvent {}

    /** A service user no longer has a role of its own. */
    record RoleUnassigned(UUID serviceUserId, UUID roleId) implements ServiceUserEvent {}

    /** A security policy reaches a service user by itself. */
    record SecurityPolicyAttached(UUID serviceUserId, UUID policyId) implements ServiceUserEvent {}

    /** A security policy no longer reaches a service user by itself. */
    record SecurityPolicyDetached(UUID serviceUserId, UUID policyId) implements ServiceUserEvent {}

    /** All keys of a service user are refused until it is enabled. */
    record ServiceUserDisabled(UUID serviceUserId) implements ServiceUserEvent {}

    /** A disabled service user may use its keys again. */
    record ServiceUserEnabled(UUID serviceUserId) implements ServiceUserEvent {}

    /** A service user ended, its keys with it; its username is free again, its id never. */
    record ServiceUserDeleted(UUID serviceUserId, String username) implements ServiceUserEvent {}

    /** A key was generated, enabled; its secret was shown once. */
    record ApiKeyGenerated(
            UUID serviceUserId,
            String keyId,
            String name,
            SecretHash secretHash,
            @Nullable Instant expiresAt)
            implements ServiceUserEvent {

        public ApiKeyGenerated {
            expiresAt = Micros.orNull(expiresAt);
        }
    }

    /**
     * A key has a new secret; the old one works until {@code overlapUntil}, or no longer at all.
     */
    record SecretRegenerated(
            UUID serviceUserId, String keyId, SecretHash secretHash, @Nullable Instant overlapUntil)
            implements ServiceUserEvent {

        public SecretRegenerated {
            overlapUntil = Micros.orNull(overlapUntil);
        }
    }

    /** A key has another name. */
    record ApiKeyRenamed(UUID serviceUserId, String keyId, String before, String after)
            implements ServiceUserEvent {}

    /** A key is refused until it is enabled. */
    record ApiKeyDisabled(UUID serviceUserId, String keyId) implements ServiceUserEvent {}

    /** A disabled key may be used again. */
    record ApiKeyEnabled(UUID serviceUserId, String keyId) implements ServiceUserEvent {}

    /** A key ended; its place is free again, its id never. */
    record ApiKeyDeleted(UUID serviceUserId, String keyId, String name)
            implements ServiceUserEvent {}
}
