package io.keyledger.command.platform;

import io.keyledger.shared.record.RecordedActor;

import org.jspecify.annotations.Nullable;

import java.util.UUID;

/** Who commands, from where and why. */
public record CallerInfo(
        RecordedActor actor,
        String actorWorkspace,
        @Nullable UUID serviceUserId,
        @Nullable String address,
        @Nullable String userAgent,
        @Nullable String reason,
        UUID correlationId) {}
