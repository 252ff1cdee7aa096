package io.keyledger.console.role;

import io.keyledger.client.api.Roles.Role;
import io.keyledger.client.api.Roles.RoleBody;
import io.keyledger.client.api.Roles.RolePermissions;
import io.keyledger.console.page.Typed;

import org.jspecify.annotations.Nullable;

/**
 * The fields of a role.
 *
 * @param permissions one a line
 */
record RoleForm(@Nullable String name, @Nullable String description, @Nullable String permissions) {

    static final RoleForm EMPTY = new RoleForm("", "", "");

    static RoleForm of(Role role) {
        return new RoleForm(role.name(), role.description(), Typed.lines(role.permissions()));
    }

    RoleBody body() {
        return new RoleBody(Typed.text(name), Typed.text(description), Typed.lines(permissions));
    }

    RolePermissions permissionsAlone() {
        return new RolePermissions(Typed.lines(permissions));
    }
}
