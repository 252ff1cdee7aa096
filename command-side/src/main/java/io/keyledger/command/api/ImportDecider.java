package io.keyledger.command.api;

import io.keyledger.command.api.ApiCommand.ImportRoutes;
import io.keyledger.command.api.ImportPlan.Action;
import io.keyledger.command.api.ImportPlan.Step;
import io.keyledger.command.grant.Grantor;
import io.keyledger.command.rule.Rejected;
import io.keyledger.shared.event.ApiEvent;
import io.keyledger.shared.event.ApiEvent.ApiRouteAdded;
import io.keyledger.shared.event.ApiEvent.ApiRouteChanged;
import io.keyledger.shared.event.ApiEvent.ApiRouteRemoved;
import io.keyledger.shared.event.ApiRoute;
import io.keyledger.shared.route.PathTemplate;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;

/**
 * Compares an API's routes with those of a document. What is removed goes first, so that what comes
 * may take its place; whatever the rules refuse is a conflict.
 */
final class ImportDecider {

    private final Grantor grantor;
    private final Supplier<UUID> ids;
    private final List<Step> steps = new ArrayList<>();
    private final List<ApiEvent> events = new ArrayList<>();

    ImportDecider(Grantor grantor, Supplier<UUID> ids) {
        this.grantor = grantor;
        this.ids = ids;
    }

    ImportPlan plan(ApiState.Present api, ImportRoutes command) {
        RouteRules rules = new RouteRules(grantor, api.routes().values());
        if (command.prune()) {
            Set<String> kept = keys(command.wanted());
            for (ApiRoute route : api.routes().values()) {
                PathTemplate path = PathTemplate.parse(route.path());
                if (!kept.contains(key(route.method(), path)) && !kept.contains(key("*", path))) {
                    remove(command.apiId(), rules, route);
                }
            }
        }
        Set<String> seen = new HashSet<>();
        for (WantedRoute wanted : command.wanted()) {
            save(command.apiId(), rules, wanted, seen);
        }
        return new ImportPlan(steps, events);
    }

    private void remove(UUID apiId, RouteRules rules, ApiRoute route) {
        try {
            rules.remove(route);
            events.add(new ApiRouteRemoved(apiId, route));
            steps.add(step(Action.REMOVE, route.method(), route.path(), route, null));
        } catch (Rejected refusal) {
            steps.add(conflict(route.method(), route.path(), route, refusal));
        }
    }

    private void save(UUID apiId, RouteRules rules, WantedRoute wanted, Set<String> seen) {
        String unsupported = wanted.unsupported();
        if (unsupported != null) {
            steps.add(
                    new Step(
                            Action.UNSUPPORTED,
                            wanted.method(),
                            wanted.path(),
                            null,
                            null,
                            null,
                            unsupported));
            return;
        }
        ApiRoute before = null;
        try {
            PathTemplate path = RouteForm.template(wanted.path());
            boolean first = seen.add(key(wanted.method(), path));
            before = first ? rules.same(wanted.method(), path) : null;
            save(apiId, rules, wanted, before);
        } catch (Rejected refusal) {
            steps.add(conflict(wanted.method(), wanted.path(), before, refusal));
        }
    }

    private void save(UUID apiId, RouteRules rules, WantedRoute wanted, @Nullable ApiRoute before) {
        ApiRoute after = route(wanted, before);
        Action action;
        if (before == null) {
            rules.add(after);
            events.add(new ApiRouteAdded(apiId, after));
            action = Action.ADD;
        } else if (before.equals(after)) {
            action = Action.UNCHANGED;
        } else {
            rules.replace(before, after);
            events.add(new ApiRouteChanged(apiId, before, after));
            action = Action.CHANGE;
        }
        steps.add(step(action, wanted.method(), wanted.path(), before, after));
    }

    /** What a document does not speak of stays: which resource a route is about. */
    private ApiRoute route(WantedRoute wanted, @Nullable ApiRoute before) {
        RouteForm form =
                RouteForm.of(
                        wanted.method(),
                        wanted.path(),
                        wanted.permission(),
                        wanted.open(),
                        before == null ? null : before.resourceType(),
                        before == null ? null : renamed(before, wanted.path()));
        return form.route(before == null ? ids.get() : before.routeId());
    }

    private static @Nullable String renamed(ApiRoute before, String path) {
        int place = PathTemplate.parse(before.path()).variables().indexOf(before.resourceId());
        return place < 0 ? null : PathTemplate.parse(path).variables().get(place);
    }

    private static Set<String> keys(List<WantedRoute> wanted) {
        Set<String> keys = new HashSet<>();
        for (WantedRoute route : wanted) {
            try {
                keys.add(key(route.method(), RouteForm.template(route.path())));
            } catch (Rejected _) {
                // It is in nobody's place, and is reported where it is saved.
                continue;
            }
        }
        return keys;
    }

    private static String key(String method, PathTemplate path) {
        return method + " " + path.form();
    }

    private static Step step(
            Action action,
            String method,
            String path,
            @Nullable ApiRoute before,
            @Nullable ApiRoute after) {
        return new Step(action, method, path, before, after, null, null);
    }

    private static Step conflict(
            String method, String path, @Nullable ApiRoute before, Rejected refusal) {
        return new Step(Action.CONFLICT, method, path, before, null, refusal, null);
    }
}
