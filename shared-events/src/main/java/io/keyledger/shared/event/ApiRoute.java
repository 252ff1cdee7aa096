package io.keyledger.shared.event;

import org.jspecify.annotations.Nullable;

import java.util.UUID;

/**
 * A method and path template and what they require.
 *
 * @param method upper case, never HEAD
 * @param path template such as {@code /v1/assets/{id}}
 * @param permission what the key must hold; null of a public route
 * @param resourceType type of the resource the route is about, if it says
 * @param resourceId the variable that stands for the resource's id, if one does
 */
public record ApiRoute(
        UUID routeId,
        String method,
        String path,
        @Nullable String permission,
        @Nullable String resourceType,
        @Nullable String resourceId) {

    /** Whether any valid key may use it. */
    public boolean requiresNothing() {
        return permission == null;
    }
}
