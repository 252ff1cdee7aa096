package io.keyledger.query.directory;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.UUID;

record ApiKeyRow(
        String workspace,
        UUID serviceUserId,
        String name,
        String status,
        @Nullable Instant expiresAt,
        Instant secretChangedAt,
        @Nullable Instant overlapUntil,
        Instant createdAt) {

    ApiKeyRow named(String other) {
        return new ApiKeyRow(
                workspace,
                serviceUserId,
                other,
                status,
                expiresAt,
                secretChangedAt,
                overlapUntil,
                createdAt);
    }

    ApiKeyRow in(String other) {
        return new ApiKeyRow(
                workspace,
                serviceUserId,
                name,
                other,
                expiresAt,
                secretChangedAt,
                overlapUntil,
                createdAt);
    }

    ApiKeyRow regenerated(Instant at, @Nullable Instant oldWorksUntil) {
        return new ApiKeyRow(
                workspace, serviceUserId, name, status, expiresAt, at, oldWorksUntil, createdAt);
    }
}
