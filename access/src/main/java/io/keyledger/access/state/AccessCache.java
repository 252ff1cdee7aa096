package io.keyledger.access.state;

import io.keyledger.shared.policy.PolicyGrant;

import org.jspecify.annotations.Nullable;

import java.sql.SQLException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;

/** What a node remembers of the access tables, as of one snapshot. For one thread. */
public final class AccessCache {

    private final ServiceUsers users = new ServiceUsers();
    private final Map<UUID, GroupState> groups = new HashMap<>();
    private final Map<UUID, RoleState> roles = new HashMap<>();
    private final Map<UUID, SecurityPolicy> policies = new HashMap<>();
    private final Map<String, RouteCatalogue> catalogues = new HashMap<>();
    private final Set<Long> erasedValues = new HashSet<>();
    private boolean missed;
    private @Nullable Moment standing;

    /**
     * Brings the cache to the snapshot of the transaction that has just begun, and loads what these
     * keys' decisions need; for those that are asked by method and path, the routes as well. After
     * an exception the cache is to be cleared.
     */
    public SnapshotTime advance(AccessReader reader, Set<String> keyIds, Set<String> routedKeyIds)
            throws SQLException {
        Moment previous = standing;
        erasedValues.clear();
        missed = false;
        Moment moment = reader.moments.read(previous == null ? null : previous.snapshot());
        if (previous != null
                && moment.complete()
                && moment.incarnation().equals(previous.incarnation())) {
            moment.changes().forEach(this::evict);
        } else {
            missed = previous != null;
            clear();
        }
        load(reader, keyIds);
        loadRoutes(reader, routedKeyIds);
        standing = moment;
        return new SnapshotTime(moment.now(), moment.snapshot());
    }

    /** Forgets everything; the next advance starts from nothing. */
    public void clear() {
        standing = null;
        users.clear();
        groups.clear();
        roles.clear();
        policies.clear();
        catalogues.clear();
    }

    public @Nullable KnownKey key(String keyId) {
        return users.key(keyId);
    }

    /** References to personal values that were erased between the last two advances. */
    public Set<Long> erasedValues() {
        return erasedValues;
    }

    /** Whether the last advance started anew, so that nobody knows what happened meanwhile. */
    public boolean missedChanges() {
        return missed;
    }

    /** The groups of a service user whose key was loaded. */
    public List<GroupState> groupsOf(ServiceUserState user) {
        return present(user.groups(), groups::get);
    }

    /** The roles with these ids, in their order. */
    public List<RoleState> roles(List<UUID> ids) {
        return present(ids, roles::get);
    }

    /** The policies with these ids, in their order. */
    public List<SecurityPolicy> policies(List<UUID> ids) {
        return present(ids, policies::get);
    }

    /** The routes of a workspace, one of whose keys was asked about by method and path. */
    public RouteCatalogue routes(String workspace) {
        return catalogues.getOrDefault(workspace, RouteCatalogue.EMPTY);
    }

    private void evict(Change change) {
        switch (change.kind()) {
            case "service-user" -> users.remove(UUID.fromString(change.id()));
            case "user-group" -> groups.remove(UUID.fromString(change.id()));
            case "security-policy" -> policies.remove(UUID.fromString(change.id()));
            case "routes" -> catalogues.remove(change.id());
            case "role" -> roles.remove(UUID.fromString(change.id()));
            case "personal-value" -> erasedValues.add(Long.valueOf(change.id()));
            default -> throw new IllegalStateException("unknown kind of entity: " + change.kind());
        }
    }

    private void load(AccessReader reader, Set<String> keyIds) throws SQLException {
        Set<String> unknown = new HashSet<>(keyIds);
        unknown.removeIf(users::holds);
        if (!unknown.isEmpty()) {
            reader.serviceUsers.ofKeys(unknown, keyIds).forEach(users::put);
        }
        List<ServiceUserState> needed =
                keyIds.stream()
                        .map(users::key)
                        .filter(Objects::nonNull)
                        .map(KnownKey::user)
                        .toList();
        Set<UUID> newGroups = missing(needed.stream().flatMap(u -> u.groups().stream()), groups);
        if (!newGroups.isEmpty()) {
            groups.putAll(reader.grants.groups(newGroups));
        }
        Set<UUID> newPolicies = missing(needed.stream().flatMap(this::policyIds), policies);
        if (!newPolicies.isEmpty()) {
            policies.putAll(reader.policies.policies(newPolicies));
        }
        Set<UUID> newRoles = missing(needed.stream().flatMap(this::roleIds), roles);
        if (!newRoles.isEmpty()) {
            roles.putAll(reader.grants.roles(newRoles));
        }
    }

    private void loadRoutes(AccessReader reader, Set<String> keyIds) throws SQLException {
        Set<String> missing =
                missing(
                        keyIds.stream()
                                .map(users::key)
                                .filter(Objects::nonNull)
                                .map(known -> known.user().workspace()),
                        catalogues);
        if (!missing.isEmpty()) {
            catalogues.putAll(reader.routes.catalogues(missing));
        }
    }

    private Stream<UUID> policyIds(ServiceUserState user) {
        return Stream.concat(
                user.policies().stream(),
                groupsOf(user).stream().flatMap(group -> group.policies().stream()));
    }

    private Stream<UUID> roleIds(ServiceUserState user) {
        return Stream.of(
                        user.roles().stream(),
                        groupsOf(user).stream().flatMap(group -> group.roles().stream()),
                        policies(policyIds(user).toList()).stream()
                                .flatMap(policy -> policy.grants().stream())
                                .map(PolicyGrant::roleId))
                .flatMap(ids -> ids);
    }

    private static <K> Set<K> missing(Stream<K> ids, Map<K, ?> known) {
        Set<K> missing = new HashSet<>();
        ids.filter(id -> !known.containsKey(id)).forEach(missing::add);
        return missing;
    }

    private static <T> List<T> present(List<UUID> ids, Function<UUID, @Nullable T> known) {
        return ids.stream().map(known).filter(Objects::nonNull).toList();
    }
}
