package io.keyledger.command.serviceuser;

import io.keyledger.command.serviceuser.ServiceUserState.Present;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/** What a service user is assigned, or shall be. */
record Assigned(List<UUID> groups, List<UUID> roles, List<UUID> policies) {

    static final Assigned NOTHING = new Assigned(List.of(), List.of(), List.of());

    static Assigned to(Present user) {
        return new Assigned(user.groups(), user.roles(), user.policies());
    }

    Assigned withGroup(UUID id) {
        return new Assigned(plus(groups, id), roles, policies);
    }

    Assigned withoutGroup(UUID id) {
        return new Assigned(minus(groups, id), roles, policies);
    }

    Assigned withRole(UUID id) {
        return new Assigned(groups, plus(roles, id), policies);
    }

    Assigned withoutRole(UUID id) {
        return new Assigned(groups, minus(roles, id), policies);
    }

    Assigned withPolicy(UUID id) {
        return new Assigned(groups, roles, plus(policies, id));
    }

    Assigned withoutPolicy(UUID id) {
        return new Assigned(groups, roles, minus(policies, id));
    }

    /** Both, each once. */
    Assigned and(Assigned other) {
        return new Assigned(
                union(groups, other.groups),
                union(roles, other.roles),
                union(policies, other.policies));
    }

    private static List<UUID> union(List<UUID> some, List<UUID> others) {
        return Stream.concat(some.stream(), others.stream()).distinct().toList();
    }

    private static List<UUID> plus(List<UUID> ids, UUID id) {
        List<UUID> more = new ArrayList<>(ids);
        if (!ids.contains(id)) {
            more.add(id);
        }
        return more;
    }

    private static List<UUID> minus(List<UUID> ids, UUID id) {
        return ids.stream().filter(other -> !other.equals(id)).toList();
    }
}
