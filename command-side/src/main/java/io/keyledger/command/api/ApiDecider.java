package io.keyledger.command.api;

import io.keyledger.command.api.ApiCommand.AddRoute;
import io.keyledger.command.api.ApiCommand.CreateApi;
import io.keyledger.command.api.ApiCommand.DeleteApi;
import io.keyledger.command.api.ApiCommand.EditApi;
import io.keyledger.command.api.ApiCommand.EditRoute;
import io.keyledger.command.api.ApiCommand.RemoveRoute;
import io.keyledger.command.grant.Grantor;
import io.keyledger.command.rule.Rejected;
import io.keyledger.command.rule.RejectionCode;
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

import org.jspecify.annotations.Nullable;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

/** The rules of APIs and their routes. */
final class ApiDecider {

    private ApiDecider() {}

    static List<ApiEvent> decide(CreateApi command) {
        return List.of(new ApiCreated(command.apiId(), command.details()));
    }

    static List<ApiEvent> decide(ApiState state, EditApi command, Grantor grantor) {
        ApiState.Present api = present(state);
        ApiDetails before = api.details();
        ApiDetails after =
                new ApiDetails(
                        Objects.requireNonNullElse(command.name(), before.name()),
                        Objects.requireNonNullElse(command.description(), before.description()),
                        Objects.requireNonNullElse(command.hosts(), before.hosts()));
        if (before.equals(after)) {
            return List.of();
        }
        if (!after.hosts().containsAll(before.hosts())) {
            mustBeAbleToOpenAll(api, grantor, "hosts");
        }
        if (!NameKey.of(after.name()).equals(NameKey.of(before.name()))) {
            mustBeAbleToOpenAll(api, grantor, "name");
        }
        return List.of(new ApiDetailsChanged(command.apiId(), before, after));
    }

    static List<ApiEvent> decide(ApiState state, DeleteApi command) {
        ApiState.Present api = present(state);
        if (!api.routes().isEmpty()) {
            throw new Rejected(
                    RejectionCode.API_IN_USE,
                    "the API has %d routes".formatted(api.routes().size()));
        }
        return List.of(new ApiDeleted(command.apiId(), api.details().name()));
    }

    static List<ApiEvent> decide(UUID apiId, ApiState state, AddRoute command, Grantor grantor) {
        ApiRoute route = command.form().route(command.routeId());
        new RouteRules(grantor, present(state).routes().values()).add(route);
        return List.of(new ApiRouteAdded(apiId, route));
    }

    static List<ApiEvent> decide(UUID apiId, ApiState state, EditRoute command, Grantor grantor) {
        ApiRoute before = route(state, command.routeId());
        ApiRoute after = edited(before, command).route(command.routeId());
        if (before.equals(after)) {
            return List.of();
        }
        new RouteRules(grantor, present(state).routes().values()).replace(before, after);
        return List.of(new ApiRouteChanged(apiId, before, after));
    }

    static List<ApiEvent> decide(UUID apiId, ApiState state, RemoveRoute command, Grantor grantor) {
        ApiRoute route = route(state, command.routeId());
        new RouteRules(grantor, present(state).routes().values()).remove(route);
        return List.of(new ApiRouteRemoved(apiId, route));
    }

    static ApiState evolve(ApiState state, ApiEvent event) {
        return switch (event) {
            case ApiCreated created ->
                    new ApiState.Present(created.details(), new LinkedHashMap<>());
            case ApiDetailsChanged changed ->
                    new ApiState.Present(changed.after(), present(state).routes());
            case ApiRouteAdded added -> present(state).with(added.route());
            case ApiRouteChanged changed -> present(state).with(changed.after());
            case ApiRouteRemoved removed -> present(state).without(removed.route());
            case ApiDeleted _ -> new ApiState.Absent();
        };
    }

    static ApiState.Present present(ApiState state) {
        return switch (state) {
            case ApiState.Present present -> present;
            case ApiState.Absent _ ->
                    throw new Rejected(RejectionCode.UNKNOWN_API, "there is no such API");
        };
    }

    /** Who asks by a host or name that is taken away may be asked for less by another API. */
    private static void mustBeAbleToOpenAll(ApiState.Present api, Grantor grantor, String field) {
        List<String> permissions =
                api.routes().values().stream()
                        .map(ApiRoute::permission)
                        .filter(Objects::nonNull)
                        .distinct()
                        .toList();
        grantor.mustBeAbleToGrant(permissions, field);
    }

    private static RouteForm edited(ApiRoute before, EditRoute edit) {
        boolean open =
                Objects.requireNonNullElse(
                        edit.open(), edit.permission() == null && before.requiresNothing());
        return RouteForm.of(
                Objects.requireNonNullElse(edit.method(), before.method()),
                Objects.requireNonNullElse(edit.path(), before.path()),
                open ? edit.permission() : given(edit.permission(), before.permission()),
                open,
                edit.resourceType().or(before.resourceType()),
                edit.resourceId().or(before.resourceId()));
    }

    private static @Nullable String given(@Nullable String after, @Nullable String before) {
        return after == null ? before : after;
    }

    private static ApiRoute route(ApiState state, UUID routeId) {
        Map<UUID, ApiRoute> routes = present(state).routes();
        ApiRoute route = routes.get(routeId);
        if (route == null) {
            throw new Rejected(RejectionCode.UNKNOWN_ROUTE, "there is no such route");
        }
        return route;
    }
}
