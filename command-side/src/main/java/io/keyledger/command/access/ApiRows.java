package io.keyledger.command.access;

import io.keyledger.shared.event.ApiDetails;
import io.keyledger.shared.event.ApiEvent;
import io.keyledger.shared.event.ApiEvent.ApiCreated;
import io.keyledger.shared.event.ApiEvent.ApiDeleted;
import io.keyledger.shared.event.ApiEvent.ApiDetailsChanged;
import io.keyledger.shared.event.ApiEvent.ApiRouteAdded;
import io.keyledger.shared.event.ApiEvent.ApiRouteChanged;
import io.keyledger.shared.event.ApiEvent.ApiRouteRemoved;
import io.keyledger.shared.event.ApiRoute;
import io.keyledger.shared.id.NameKey;
import io.keyledger.shared.route.PathTemplate;

import java.util.UUID;

/**
 * Rows of {@code access.api}, {@code access.api_host} and {@code access.api_route}. Every event
 * moves the API's version, by which nodes know that they have to read its routes again.
 */
record ApiRows(Writes writes) {

    void write(ApiEvent event, long version, String workspace) {
        UUID id = event.apiId();
        switch (event) {
            case ApiCreated(var _, var details) -> {
                writes.add(
                        "INSERT INTO access.api (workspace, id, name, name_key, version)"
                                + " VALUES (?, ?, ?, ?, 0)",
                        workspace,
                        id,
                        details.name(),
                        NameKey.of(details.name()));
                hosts(id, details, workspace);
            }
            case ApiDetailsChanged(var _, var _, var after) -> {
                writes.add(
                        "UPDATE access.api SET name = ?, name_key = ? WHERE id = ?",
                        after.name(),
                        NameKey.of(after.name()),
                        id);
                writes.add("DELETE FROM access.api_host WHERE api_id = ?", id);
                hosts(id, after, workspace);
            }
            case ApiRouteAdded(var _, var route) -> insert(id, route, workspace);
            case ApiRouteChanged(var _, var before, var after) -> {
                delete(before);
                insert(id, after, workspace);
            }
            case ApiRouteRemoved(var _, var route) -> delete(route);
            case ApiDeleted _ -> writes.add("DELETE FROM access.api WHERE id = ?", id);
        }
        writes.add("UPDATE access.api SET version = ? WHERE id = ?", version, id);
    }

    private void hosts(UUID api, ApiDetails details, String workspace) {
        details.hosts()
                .forEach(
                        host ->
                                writes.add(
                                        "INSERT INTO access.api_host (workspace, host, api_id)"
                                                + " VALUES (?, ?, ?)",
                                        workspace,
                                        host,
                                        api));
    }

    private void insert(UUID api, ApiRoute route, String workspace) {
        writes.add(
                """
                INSERT INTO access.api_route (workspace, api_id, id, method, path, form,
                                              permission, resource_type, resource_id)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
                """,
                workspace,
                api,
                route.routeId(),
                route.method(),
                route.path(),
                PathTemplate.parse(route.path()).form(),
                route.permission(),
                route.resourceType(),
                route.resourceId());
    }

    private void delete(ApiRoute route) {
        writes.add("DELETE FROM access.api_route WHERE id = ?", route.routeId());
    }
}
