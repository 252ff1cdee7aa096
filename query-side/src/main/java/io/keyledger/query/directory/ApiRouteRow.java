package io.keyledger.query.directory;

import io.keyledger.shared.event.ApiRoute;

import java.time.Instant;
import java.util.UUID;

record ApiRouteRow(String workspace, UUID apiId, ApiRoute route, Instant createdAt) {

    ApiRouteRow with(ApiRoute other) {
        return new ApiRouteRow(workspace, apiId, other, createdAt);
    }
}
