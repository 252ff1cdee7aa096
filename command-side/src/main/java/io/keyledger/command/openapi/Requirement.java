package io.keyledger.command.openapi;

import io.keyledger.command.rule.Fields;
import io.keyledger.shared.permission.Permission;

import org.jspecify.annotations.Nullable;

import java.util.Map;

/**
 * What a document says that an operation requires; the closest says it: operation, path, document.
 *
 * @param said the permission it says, if it says one
 * @param open whether it says that any key may use it
 * @param resource resource of the permission to require if it says nothing
 */
record Requirement(@Nullable String said, boolean open, @Nullable String resource) {

    private static final String PERMISSION = "x-keyledger-permission";
    private static final String PUBLIC = "x-keyledger-public";

    static Requirement ofDocument(Map<?, ?> root, @Nullable String permissionPrefix) {
        if (permissionPrefix != null && !Permission.isPermission(permissionPrefix + ":view")) {
            throw Fields.invalid(
                    "permissionPrefix", "must be a permission's resource, such as catalog.assets");
        }
        return new Requirement(null, false, permissionPrefix).within(root);
    }

    /**
     * As it is further inside. Both at one place contradict each other, and are refused as such.
     */
    Requirement within(Map<?, ?> place) {
        boolean nowOpen = Boolean.TRUE.equals(place.get(PUBLIC));
        if (place.containsKey(PERMISSION)) {
            return new Requirement(String.valueOf(place.get(PERMISSION)), nowOpen, resource);
        }
        if (!place.containsKey(PUBLIC)) {
            return this;
        }
        return new Requirement(nowOpen ? null : said, nowOpen, resource);
    }

    @Nullable String permission(String method) {
        if (said != null || open || resource == null) {
            return said;
        }
        return resource + (method.equals("GET") ? ":view" : ":manage");
    }
}
