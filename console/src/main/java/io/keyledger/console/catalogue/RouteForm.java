package io.keyledger.console.catalogue;

import io.keyledger.client.api.Apis.ApiRoute;
import io.keyledger.client.api.Apis.RouteBody;
import io.keyledger.console.page.Typed;

import org.jspecify.annotations.Nullable;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;

/**
 * The fields of a route; without a permission it is public only if that is said.
 *
 * @param open {@value #OPEN}, or nothing
 */
record RouteForm(
        @Nullable String method,
        @Nullable String path,
        @Nullable String permission,
        @Nullable String open,
        @Nullable String resourceType,
        @Nullable String resourceId) {

    private static final String OPEN = "true";

    static RouteForm of(ApiRoute route) {
        return new RouteForm(
                route.method(),
                route.path(),
                route.permission(),
                route.isPublic() ? OPEN : null,
                route.resourceType(),
                route.resourceId());
    }

    /** Not called like a property, which it would be in JSON. */
    boolean needsNothing() {
        return OPEN.equals(open);
    }

    RouteBody body(UUID api) {
        return new RouteBody(
                api.toString(),
                Typed.text(method),
                Typed.text(path),
                Typed.textOrNull(permission),
                needsNothing(),
                Typed.textOrNull(resourceType),
                Typed.textOrNull(resourceId));
    }

    /** As the API takes an edit, in which nothing stands for what is not there. */
    Map<String, @Nullable Object> edit() {
        Map<String, @Nullable Object> edit = new LinkedHashMap<>();
        edit.put("method", Typed.text(method));
        edit.put("path", Typed.text(path));
        edit.put("public", needsNothing());
        edit.put(
                "permission",
                needsNothing() ? Typed.textOrNull(permission) : Typed.text(permission));
        edit.put("resourceType", Typed.textOrNull(resourceType));
        edit.put("resourceId", Typed.textOrNull(resourceId));
        return edit;
    }
}
