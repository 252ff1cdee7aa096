package io.keyledger.query.current;

import io.keyledger.shared.permission.OwnerPermissions;
import io.keyledger.shared.permission.Permission;

import java.util.ArrayList;
import java.util.List;

/**
 * Every pattern that grants a permission: there are only so many, so that a query finds the roles
 * that hold one of them by comparing texts.
 */
public final class GrantingPatterns {

    private GrantingPatterns() {}

    /** For people, who hold what is reserved to owners by that name alone. */
    static String[] ofPeople(Permission asked) {
        return OwnerPermissions.ALL.contains(asked.text())
                ? new String[] {asked.text()}
                : of(asked);
    }

    /** None at all for what is reserved to owners. */
    public static String[] of(Permission asked) {
        if (OwnerPermissions.isReserved(asked)) {
            return new String[0];
        }
        List<String> resources = new ArrayList<>(List.of("*", asked.resource()));
        String resource = asked.resource();
        for (int dot = resource.lastIndexOf('.');
                dot >= 0;
                dot = resource.lastIndexOf('.', dot - 1)) {
            resources.add(resource.substring(0, dot) + ".*");
        }
        return resources.stream()
                .flatMap(r -> List.of(r + ":" + asked.action(), r + ":*").stream())
                .toArray(String[]::new);
    }
}
