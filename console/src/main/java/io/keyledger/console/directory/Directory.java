package io.keyledger.console.directory;

import io.keyledger.client.KeyledgerClient;
import io.keyledger.client.api.Groups.Group;
import io.keyledger.client.api.Named;
import io.keyledger.client.api.Page;
import io.keyledger.client.api.Policies.Policy;
import io.keyledger.client.api.Roles.Role;
import io.keyledger.console.page.Moment;
import io.keyledger.console.page.Typed;
import io.keyledger.console.signin.Visitor;

import org.jspecify.annotations.Nullable;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The groups, roles and security policies of a workspace, as far as a visitor may see them. Nothing
 * that he may not see is asked for.
 */
public record Directory(Part<Group> groups, Part<Role> roles, Part<Policy> policies) {

    private static final String GROUPS = "groups";
    private static final String ROLES = "roles";
    private static final String POLICIES = "policies";
    private static final String OWNERS = "workspace-owners";
    private static final String OWNERSHIP = "workspace.ownership";
    private static final String ENABLED = "enabled";
    private static final String MOST = "500";

    /** Of these, each null if it may not be seen. */
    public Directory(
            @Nullable List<Group> groups,
            @Nullable List<Role> roles,
            @Nullable List<Policy> policies) {
        this(
                new Part<>(GROUPS, groups, group -> new Named(group.id(), group.name())),
                new Part<>(ROLES, roles, role -> new Named(role.id(), role.name())),
                new Part<>(POLICIES, policies, policy -> new Named(policy.id(), policy.name())));
    }

    public static Directory of(Visitor visitor, String ws) {
        return of(visitor, ws, Moment.NOW);
    }

    /** As they were at a moment. */
    public static Directory of(Visitor visitor, String ws, Moment moment) {
        KeyledgerClient client = visitor.client().asOf(moment.at());
        return new Directory(
                seen(visitor, ws, GROUPS, asked -> client.groups().find(ws, uncounted(asked))),
                seen(visitor, ws, ROLES, asked -> client.roles().find(ws, asked)),
                seen(visitor, ws, POLICIES, asked -> client.policies().find(ws, asked)));
    }

    private static <T> @Nullable List<T> seen(
            Visitor visitor, String ws, String kind, Function<Map<String, String>, Page<T>> find) {
        return visitor.may(Part.right(kind), ws) ? all(find) : null;
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
    public Part<Group> groupsToChoose() {
        return groups.without(Directory::isOwners);
    }

    public Part<Role> rolesToChoose() {
        return roles.without(Directory::isOwnerRole);
    }

    /**
     * What somebody with these may do, as roles hold it; guards may still refuse a use of it. Empty
     * if that comes by something that may not be seen.
     */
    public Optional<Set<String>> permissions(
            Collection<UUID> groupIds, Collection<UUID> roleIds, Collection<UUID> policyIds) {
        Set<UUID> reaching = new TreeSet<>(policyIds);
        Set<UUID> held = new TreeSet<>(roleIds);
        for (Group group : groups.those(groupIds)) {
            held.addAll(group.roles());
            reaching.addAll(Typed.orNone(group.policies()));
        }
        policies.those(reaching).stream()
                .filter(policy -> policy.state().equals(ENABLED))
                .forEach(policy -> policy.grants().forEach(grant -> held.add(grant.role())));
        return groups.tellsAll(groupIds) && policies.tellsAll(reaching) && roles.tellsAll(held)
                ? Optional.of(heldBy(held))
                : Optional.empty();
    }

    /** The same of a person, whom no policy gives what is reserved to owners. */
    public Optional<Set<String>> permissionsOfPerson(Collection<UUID> groupIds) {
        Set<UUID> byGroups = new TreeSet<>();
        groups.those(groupIds).forEach(group -> byGroups.addAll(group.roles()));
        return permissions(groupIds, List.of(), List.of())
                .map(
                        all -> {
                            Set<String> own = new TreeSet<>(all);
                            own.removeIf(each -> each.startsWith(OWNERSHIP));
                            own.addAll(heldBy(byGroups));
                            return own;
                        });
    }

    private Set<String> heldBy(Collection<UUID> roleIds) {
        Set<String> permissions = new TreeSet<>();
        roles.those(roleIds).forEach(role -> permissions.addAll(role.permissions()));
        return permissions;
    }

    /** The names behind the ids of groups, roles and policies; what may not be seen has none. */
    public Map<String, String> names() {
        Map<String, String> names = new HashMap<>();
        groups.all().forEach(group -> names.put(group.id().toString(), group.name()));
        roles.all().forEach(role -> names.put(role.id().toString(), role.name()));
        policies.all().forEach(policy -> names.put(policy.id().toString(), policy.name()));
        return names;
    }

    /** The permissions that it took to see what is seen. */
    public Set<String> rights() {
        return parts().filter(Part::isSeen).map(Part::right).collect(Collectors.toSet());
    }

    /** What may not be seen, in words without a full stop; null if all of it may be. */
    public @Nullable String unseen() {
        List<String> kinds = parts().filter(part -> !part.isSeen()).map(Part::kind).toList();
        if (kinds.isEmpty()) {
            return null;
        }
        String last = kinds.getLast();
        String others = String.join(", ", kinds.subList(0, kinds.size() - 1));
        return "You may not see this workspace's "
                + (others.isEmpty() ? last : others + " and " + last);
    }

    private Stream<Part<?>> parts() {
        return Stream.of(groups, roles, policies);
    }

    private static boolean isOwners(Group group) {
        return group.builtIn() && group.name().equals(OWNERS);
    }

    private static boolean isOwnerRole(Role role) {
        return role.builtIn() && OWNERS.startsWith(role.name());
    }
}
