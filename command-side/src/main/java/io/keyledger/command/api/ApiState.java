package io.keyledger.command.api;

import io.keyledger.shared.event.ApiDetails;
import io.keyledger.shared.event.ApiRoute;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;

/** An API as its own events tell. */
sealed interface ApiState {

    /** Not created, or deleted. */
    record Absent() implements ApiState {}

    /** An API that is there, with its routes in the order they were added. */
    record Present(ApiDetails details, Map<UUID, ApiRoute> routes) implements ApiState {

        Present with(ApiRoute route) {
            Map<UUID, ApiRoute> more = new LinkedHashMap<>(routes);
            more.put(route.routeId(), route);
            return new Present(details, more);
        }

        Present without(ApiRoute route) {
            Map<UUID, ApiRoute> fewer = new LinkedHashMap<>(routes);
            fewer.remove(route.routeId());
            return new Present(details, fewer);
        }
    }
}
