package io.keyledger.command.api;

import io.keyledger.command.rule.Fields;
import io.keyledger.command.rule.Rejected;
import io.keyledger.command.rule.RejectionCode;
import io.keyledger.shared.event.ApiRoute;
import io.keyledger.shared.permission.OwnerPermissions;
import io.keyledger.shared.permission.Permission;
import io.keyledger.shared.route.PathTemplate;
import io.keyledger.shared.route.RouteMethod;

import org.jspecify.annotations.Nullable;

import java.util.UUID;

/** A route's values, each in its form. A route requires one permission, or is open to any key. */
public record RouteForm(
        String method,
        PathTemplate path,
        @Nullable String permission,
        @Nullable String resourceType,
        @Nullable String resourceId) {

    public static RouteForm of(
            @Nullable String method,
            @Nullable String path,
            @Nullable String permission,
            boolean open,
            @Nullable String resourceType,
            @Nullable String resourceId) {
        PathTemplate template = template(path);
        return new RouteForm(
                method(method),
                template,
                required(permission, open),
                resourceType == null ? null : Fields.name("resourceType", resourceType),
                variable(template, resourceId));
    }

    ApiRoute route(UUID routeId) {
        return new ApiRoute(routeId, method, path.text(), permission, resourceType, resourceId);
    }

    private static String method(@Nullable String method) {
        if (method == null || !RouteMethod.isOfRoutes(method)) {
            throw Fields.invalid(
                    "method",
                    "must be an HTTP method in upper case, such as GET, which HEAD counts as");
        }
        return method;
    }

    static PathTemplate template(@Nullable String path) {
        if (path == null) {
            throw Fields.invalid("path", "must be given");
        }
        try {
            return PathTemplate.parse(path);
        } catch (IllegalArgumentException e) {
            throw Fields.invalid("path", String.valueOf(e.getMessage()));
        }
    }

    private static @Nullable String required(@Nullable String permission, boolean open) {
        if (open) {
            if (permission != null) {
                throw Fields.invalid("permission", "must not be given for a public route");
            }
            return null;
        }
        if (permission == null || !Permission.isPermission(permission)) {
            throw Fields.invalid(
                    "permission",
                    "must be one resource:action, such as catalog.assets:view, unless the route is"
                            + " public");
        }
        if (OwnerPermissions.isReserved(new Permission(permission))) {
            throw new Rejected(
                    RejectionCode.OWNER_ONLY,
                    permission + " is reserved to workspace owners, whom no key stands for",
                    "permission");
        }
        return permission;
    }

    private static @Nullable String variable(PathTemplate path, @Nullable String variable) {
        if (variable != null && !path.variables().contains(variable)) {
            throw Fields.invalid("resourceId", "must be a variable of the path");
        }
        return variable;
    }
}
