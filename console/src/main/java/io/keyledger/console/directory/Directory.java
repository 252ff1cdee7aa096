package io.keyledger.console.directory;

import io.keyledger.client.KeyledgerClient;
import io.keyledger.client.api.Groups.Group;
import io.keyledger.client.api.Page;
import io.keyledger.client.api.Policies.Policy;
import io.keyledger.client.api.Roles.Role;
import io.keyledger.console.page.Typed;
import io.keyledger.console.signin.Visitor;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Function;

/** The groups, roles and security policies of a workspace, by name. */
public record Directory(List<Group> groups, List<Role> roles, List<Policy> policies) {

    private static final String OWNERS = "workspace-owners";
    private static final String OWNERSHIP = "workspace.ownership";
    private static final String ENABLED = "enabled";
    private static final String MOST = "500";

    public static Directory of(KeyledgerClient client, String ws) {
        return new Directory(
                all(asked -> client.groups().find(ws, uncounted(asked))),
                all(asked -> client.roles().find(ws, asked)),
                all(asked -> client.policies().find(ws, asked)));
    }

    /** The names behind ids; none for whoever may read the trail alone, and sees ids there. */
    public static Map<String, String> names(Visitor visitor, String ws) {
        boolean may =
                visitor.may("groups:view", ws)
                        && visitor.may("roles:view", ws)
                        && visitor.may("policies:view", ws);
        return may ? of(visitor.client(), ws).names() : Map.of();
    }

    /** All of them, in as few requests as can be. */
    private static <T> List<T> all(Function<Map<String, String>, Page<T>> find) {
        return Page.all(
                cursor -> {
                    Map<String, String> asked = new HashMap<>(Map.of("limit", MOST));
                    Typed.put(asked, "cursor", cursor);
                    return find.apply(asked);
                });
    }

    /** Names are asked for on nearly every page, how many are in a group on few. */
    private static Map<String, String> uncounted(Map<String, String> asked) {
        Map<String, String> plain = new HashMap<>(asked);
        plain.put("counts", "false");
        return plain;
    }

    /** All but the owners', which is for people only. */
    public List<Group> groupsToChoose() {
        return groups.stream().filter(group -> !isOwners(group)).toList();
    }

    public List<Role> rolesToChoose() {
        return roles.stream().filter(role -> !isOwnerRole(role)).toList();
    }

    public List<Group> groupsOf(Collection<UUID> ids) {
        return groups.stream().filter(group -> ids.contains(group.id())).toList();
    }

    public List<Role> rolesOf(Collection<UUID> ids) {
        return roles.stream().filter(role -> ids.contains(role.id())).toList();
    }

    public List<Policy> policiesOf(Collection<UUID> ids) {
        return policies.stream().filter(policy -> ids.contains(policy.id())).toList();
    }

    /** What somebody with these may do, as roles hold it; guards may still refuse a use of it. */
    public Set<String> permissions(
            Collection<UUID> groupIds, Collection<UUID> roleIds, Collection<UUID> policyIds) {
        Set<UUID> reached = new TreeSet<>(roleIds);
        groupsOf(groupIds).forEach(group -> reached.addAll(group.roles()));
        for (Policy policy : policiesReaching(groupIds, policyIds)) {
            if (policy.state().equals(ENABLED)) {
                policy.grants().forEach(grant -> reached.add(grant.role()));
            }
        }
        Set<String> permissions = new TreeSet<>();
        rolesOf(reached).forEach(role -> permissions.addAll(role.permissions()));
        return permissions;
    }

    /** The same of a person, whom no policy gives what is reserved to owners. */
    public Set<String> permissionsOfPerson(Collection<UUID> groupIds) {
        Set<UUID> byGroups = new TreeSet<>();
        groupsOf(groupIds).forEach(group -> byGroups.addAll(group.roles()));
        Set<String> permissions = new TreeSet<>(permissions(groupIds, List.of(), List.of()));
        permissions.removeIf(each -> each.startsWith(OWNERSHIP));
        rolesOf(byGroups).forEach(role -> permissions.addAll(role.permissions()));
        return permissions;
    }

    /** The policies that reach somebody with these, by himself or by a group. */
    public List<Policy> policiesReaching(Collection<UUID> groupIds, Collection<UUID> policyIds) {
        Set<UUID> reaching = new TreeSet<>(policyIds);
        groupsOf(groupIds).forEach(group -> reaching.addAll(Typed.orNone(group.policies())));
        return policiesOf(reaching);
    }

    /** The names behind the ids of groups, roles and policies. */
    public Map<String, String> names() {
        Map<String, String> names = new HashMap<>();
        groups.forEach(group -> names.put(group.id().toString(), group.name()));
        roles.forEach(role -> names.put(role.id().toString(), role.name()));
        policies.forEach(policy -> names.put(policy.id().toString(), policy.name()));
        return names;
    }

    private static boolean isOwners(Group group) {
        return group.builtIn() && group.name().equals(OWNERS);
    }

    private static boolean isOwnerRole(Role role) {
        return role.builtIn() && OWNERS.startsWith(role.name());
    }
}
