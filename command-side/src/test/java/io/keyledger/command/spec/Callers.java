package io.keyledger.command.spec;

import io.keyledger.command.grant.Grantor;
import io.keyledger.command.grant.GroupFact;
import io.keyledger.command.grant.PolicyFact;
import io.keyledger.command.grant.RoleFact;
import io.keyledger.shared.permission.OwnerPermissions;
import io.keyledger.shared.permission.PermissionSet;
import io.keyledger.shared.policy.PolicyGuards;
import io.keyledger.shared.policy.PolicyState;

import java.util.List;
import java.util.Set;
import java.util.UUID;

/** Those who give commands in specs, and the roles and groups that are there. */
public final class Callers {

    public static final UUID CALLER = id(1);
    public static final RoleFact VIEWING = role(10, "viewing", "catalog.assets:view");
    public static final RoleFact MANAGING = role(11, "managing", "catalog.assets:manage");
    public static final RoleFact OWNING = role(12, "owning", OwnerPermissions.ALL.getFirst());
    public static final GroupFact VIEWERS = group(20, "viewers", VIEWING);
    public static final GroupFact MANAGERS = group(21, "managers", VIEWING, MANAGING);
    public static final GroupFact OWNERS = group(22, "owners", VIEWING, OWNING);

    public static final PolicyGuards OFFICE =
            new PolicyGuards(List.of("192.0.2.0/24"), null, null, null, List.of(), null);

    private Callers() {}

    public static UUID id(long number) {
        return new UUID(0, number);
    }

    /** A service user that holds these permissions, by groups and roles that no spec names. */
    public static Grantor holding(String... permissions) {
        return new Grantor(
                CALLER, PermissionSet.of(List.of(permissions)), Set.of(), Set.of(), Set.of());
    }

    /** Holds what grants and commands need, and may hand out what it does not hold. */
    public static Grantor delegate() {
        return holding("permissions:delegate");
    }

    public static Grantor viewer() {
        return holding("catalog.assets:view");
    }

    public static Grantor memberOf(UUID group) {
        return new Grantor(
                CALLER, PermissionSet.of(Set.of("*:*")), Set.of(group), Set.of(), Set.of());
    }

    public static Grantor withRole(UUID role) {
        return new Grantor(
                CALLER, PermissionSet.of(Set.of("*:*")), Set.of(), Set.of(role), Set.of());
    }

    public static Grantor reachedBy(UUID policy) {
        return new Grantor(
                CALLER, PermissionSet.of(Set.of("*:*")), Set.of(), Set.of(), Set.of(policy));
    }

    public static RoleFact role(long id, String name, String... permissions) {
        return new RoleFact(id(id), name, List.of(permissions));
    }

    public static GroupFact group(long id, String name, RoleFact... roles) {
        return new GroupFact(id(id), name, List.of(roles), List.of());
    }

    public static PolicyFact policy(
            long id, PolicyState state, PolicyGuards guards, RoleFact... roles) {
        return new PolicyFact(id(id), "policy " + id, state, guards, List.of(roles));
    }
}
