package io.keyledger.command.api;

import org.jspecify.annotations.Nullable;

/**
 * A route as a document describes it.
 *
 * @param method {@code *} if the path is not supported whatever the method
 * @param permission null if the document says none
 * @param open whether the document says that it is public
 * @param unsupported why it cannot be a route, if it cannot
 */
public record WantedRoute(
        String method,
        String path,
        @Nullable String permission,
        boolean open,
        @Nullable String unsupported) {

    public static WantedRoute unsupported(String method, String path, String why) {
        return new WantedRoute(method, path, null, false, why);
    }
}
