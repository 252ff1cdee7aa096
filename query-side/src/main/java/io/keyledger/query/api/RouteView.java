package io.keyledger.query.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;

import io.keyledger.query.current.Named;
import io.keyledger.query.routeuse.LastUseOfRoute;
import io.keyledger.query.routeuse.LastUses;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.UUID;

/**
 * A route as it is, or was at a moment.
 *
 * @param permission what it requires; null of a public route
 * @param version of its API
 * @param lastUsed when a request was last let through by it
 * @param neverUsed true if none ever was; neither is there in the past, nor while uses are still
 *     being counted after an upgrade
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record RouteView(
        UUID id,
        String workspace,
        Named api,
        String method,
        String path,
        @JsonInclude @Nullable String permission,
        @JsonProperty("public") boolean isPublic,
        @JsonInclude @Nullable String resourceType,
        @JsonInclude @Nullable String resourceId,
        long version,
        Instant createdAt,
        Instant updatedAt,
        @Nullable LastUseOfRoute lastUsed,
        @Nullable Boolean neverUsed) {

    RouteView used(LastUses uses) {
        return new RouteView(
                id,
                workspace,
                api,
                method,
                path,
                permission,
                isPublic,
                resourceType,
                resourceId,
                version,
                createdAt,
                updatedAt,
                uses.last(id),
                uses.never(id));
    }
}
