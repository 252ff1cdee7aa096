package io.keyledger.query.permissions;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;

import io.keyledger.query.permissions.EffectivePermission.Why;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * Who can do something at a moment.
 *
 * @param permission asked about, or what the route requires; null of a public route, and where all
 *     workspaces were asked for method and path
 * @param route that method and path led to in the workspace that was asked
 * @param reason why nobody can: {@code no-route}, {@code ambiguous-route} or {@code unsafe-path}
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record WhoCanView(
        Instant at,
        long position,
        @Nullable String permission,
        @Nullable Route route,
        @Nullable String reason,
        List<Holder> items,
        @JsonInclude @Nullable String nextCursor) {

    WhoCanView {
        items = List.copyOf(items);
    }

    /**
     * Who can, and every way by which it can; none are needed on a public route.
     *
     * @param kind {@code service-user} or {@code person}
     * @param username of a service user
     * @param name of a person, unless it was erased
     * @param route that method and path led to in its workspace, where all workspaces were asked
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Holder(
            String kind,
            UUID id,
            String workspace,
            @Nullable String username,
            @Nullable String name,
            @Nullable Route route,
            List<Why> why) {

        static final String SERVICE_USER = "service-user";
        static final String PERSON = "person";

        Holder {
            why = List.copyOf(why);
        }
    }

    /**
     * The route that was meant.
     *
     * @param permission that it requires; null of a public route
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Route(
            UUID id,
            String api,
            String method,
            String path,
            @Nullable String permission,
            @JsonProperty("public") boolean isPublic) {}
}
