package io.keyledger.query.api;

import com.fasterxml.jackson.annotation.JsonProperty;

import io.keyledger.query.current.Named;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.UUID;

/**
 * A route as it is, or was at a moment.
 *
 * @param permission what it requires; null of a public route
 * @param version of its API
 */
record RouteView(
        UUID id,
        String workspace,
        Named api,
        String method,
        String path,
        @Nullable String permission,
        @JsonProperty("public") boolean isPublic,
        @Nullable String resourceType,
        @Nullable String resourceId,
        long version,
        Instant createdAt,
        Instant updatedAt) {}
