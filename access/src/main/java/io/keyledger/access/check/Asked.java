package io.keyledger.access.check;

import io.keyledger.access.source.RecordableText;
import io.keyledger.shared.permission.Permission;

import org.jspecify.annotations.Nullable;

/**
 * What a key is asked for.
 *
 * @param workspace where the permission must be held; null for the key's own workspace
 * @param method HTTP method of the request the key is used on, if it is one
 * @param path its path without query, cut to 512 characters
 */
public record Asked(
        Permission permission,
        @Nullable String workspace,
        @Nullable String method,
        @Nullable String path) {

    private static final int MAX_METHOD = 32;
    private static final int MAX_PATH = 512;

    public Asked {
        method = RecordableText.of(method, MAX_METHOD);
        path = RecordableText.of(path, MAX_PATH);
    }

    /** A permission in the key's own workspace. */
    public static Asked of(Permission permission) {
        return new Asked(permission, null, null, null);
    }
}
