package io.keyledger.query.audittrail;

import io.keyledger.shared.event.ApiDetails;
import io.keyledger.shared.event.ApiEvent;
import io.keyledger.shared.event.ApiEvent.ApiCreated;
import io.keyledger.shared.event.ApiEvent.ApiDeleted;
import io.keyledger.shared.event.ApiEvent.ApiDetailsChanged;
import io.keyledger.shared.event.ApiEvent.ApiRouteAdded;
import io.keyledger.shared.event.ApiEvent.ApiRouteChanged;
import io.keyledger.shared.event.ApiEvent.ApiRouteRemoved;
import io.keyledger.shared.event.ApiRoute;

import org.jspecify.annotations.Nullable;

/** Every event of an API and its routes as the audit trail tells it. */
final class ApiChange {

    private ApiChange() {}

    static Change of(ApiEvent event) {
        return switch (event) {
            case ApiCreated e -> change(e, null, fields(e.details()));
            case ApiDetailsChanged e ->
                    change(e, fields(e.before()), fields(e.after())).onlyDifferences();
            case ApiRouteAdded e -> change(e, null, fields(e.route()));
            case ApiRouteChanged e -> change(e, fields(e.before()), fields(e.after()));
            case ApiRouteRemoved e -> change(e, fields(e.route()), null);
            case ApiDeleted e -> change(e, Fields.of("name", e.name()), null);
        };
    }

    private static Fields fields(ApiDetails details) {
        return Fields.of("name", details.name())
                .with("description", details.description())
                .with("hosts", details.hosts());
    }

    private static Fields fields(ApiRoute route) {
        return Fields.of("route", route.routeId())
                .with("method", route.method())
                .with("path", route.path())
                .with("permission", route.permission())
                .with("public", route.requiresNothing())
                .with("resourceType", route.resourceType())
                .with("resourceId", route.resourceId());
    }

    private static Change change(ApiEvent event, @Nullable Fields before, @Nullable Fields after) {
        return Change.of("api", event.apiId(), before, after);
    }
}
