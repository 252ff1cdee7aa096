package io.keyledger.command.platform;

import io.keyledger.shared.record.RecordedActor;

import org.jspecify.annotations.Nullable;

import java.util.UUID;

/**
 * Who commands, from where and why.
 *
 * @param actorWorkspace of people {@code system}, whose groups count for them everywhere
 * @param actorId of the service user or the person; null for Keyledger itself
 * @param personName as it is recorded in each workspace that the command writes in, erasable there
 */
public record CallerInfo(
        RecordedActor actor,
        String actorWorkspace,
        @Nullable UUID actorId,
        @Nullable String address,
        @Nullable String userAgent,
        @Nullable String reason,
        UUID correlationId,
        @Nullable String personName) {

    /** Anybody but a person. */
    public CallerInfo(
            RecordedActor actor,
            String actorWorkspace,
            @Nullable UUID actorId,
            @Nullable String address,
            @Nullable String userAgent,
            @Nullable String reason,
            UUID correlationId) {
        this(actor, actorWorkspace, actorId, address, userAgent, reason, correlationId, null);
    }

    @Override
    public String toString() {
        return "CallerInfo[" + actor.kind() + ", " + actor.id() + "]";
    }
}
