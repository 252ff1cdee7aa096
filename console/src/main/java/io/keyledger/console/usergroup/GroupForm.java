package io.keyledger.console.usergroup;

import io.keyledger.client.api.Groups.Group;
import io.keyledger.client.api.Groups.GroupBody;
import io.keyledger.client.api.Groups.GroupLinks;
import io.keyledger.console.page.Typed;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Set;
import java.util.UUID;

/**
 * The fields of a group.
 *
 * @param roles null if the page did not show them, as are policies
 */
record GroupForm(
        @Nullable String name,
        @Nullable String description,
        @Nullable List<UUID> roles,
        @Nullable List<UUID> policies) {

    static final GroupForm EMPTY = new GroupForm("", "", List.of(), List.of());

    static GroupForm of(Group group) {
        return new GroupForm(
                group.name(),
                group.description(),
                Typed.orNone(group.roles()),
                Typed.orNone(group.policies()));
    }

    public List<UUID> roleIds() {
        return Typed.orNone(roles);
    }

    public List<UUID> policyIds() {
        return Typed.orNone(policies);
    }

    /** All by which it gives permissions. */
    List<Set<UUID>> ways() {
        return List.of(Set.copyOf(roleIds()), Set.copyOf(policyIds()));
    }

    GroupBody body() {
        return new GroupBody(Typed.text(name), Typed.text(description), roleIds(), policyIds());
    }

    GroupLinks links() {
        return new GroupLinks(roleIds(), policyIds());
    }
}
