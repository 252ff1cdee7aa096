package io.keyledger.shared.record;

import org.jspecify.annotations.Nullable;

import java.util.UUID;

/**
 * What is kept beside an event: who, from where, why, and in which chain of requests. The
 * correlation id is one request's; the causation id is the id of the event that made a process act,
 * if one did.
 */
public record RecordMetadata(
        RecordedActor actor,
        UUID correlationId,
        @Nullable UUID causationId,
        @Nullable PersonalRef address,
        @Nullable PersonalRef userAgent,
        @Nullable PersonalRef reason) {}
