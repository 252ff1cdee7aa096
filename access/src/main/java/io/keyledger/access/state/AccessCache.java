package io.keyledger.access.state;

import io.keyledger.access.key.PersonToken.Identity;
import io.keyledger.shared.id.KeyId;

import org.jspecify.annotations.Nullable;

import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiPredicate;
import java.util.function.Function;
import java.util.function.Predicate;

/** What a node remembers of the access tables, as of one snapshot. For one thread. */
public final class AccessCache {

    /** The id of no key: it has digits that no UUID has. */
    public static final String NOBODYS_KEY = "z".repeat(KeyId.LENGTH);

    private final ServiceUsers users = new ServiceUsers();
    private final People people = new People();
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
     *
     * <p>Of a key that is not shown rightly no more is loaded than of one that is none, and as much
     * is looked up, so that the time an answer takes tells no guesser which of them he has found.
     *
     * @param asked the people whose tokens are shown
     * @param isShownRightly of a key, at the time of decision
     */
    public SnapshotTime advance(
            AccessReader reader,
            Set<String> keyIds,
            Set<String> routedKeyIds,
            Set<Identity> asked,
            BiPredicate<KnownKey, Instant> isShownRightly)
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
        Predicate<KnownKey> rightly = known -> isShownRightly.test(known, moment.now());
        Map<String, ServiceUserState> shown = loadUsers(reader, keyIds, rightly);
        people.load(reader.people, asked);
        loadGrants(reader, assigned(shown, asked));
        loadRoutes(reader, routed(shown, routedKeyIds));
        standing = moment;
        return new SnapshotTime(moment.now(), moment.snapshot());
    }

    /**
     * Starts anew from the snapshot of the transaction that has just begun, with one service user
     * and what decisions on any of its keys need.
     */
    public OneServiceUser load(AccessReader reader, UUID serviceUser) throws SQLException {
        clear();
        Moment moment = reader.moments.read(null);
        ServiceUserState user = reader.serviceUsers.ofId(serviceUser);
        if (user != null) {
            users.put(user);
            loadGrants(reader, List.of(user));
            loadRoutes(reader, List.of(user));
        }
        return new OneServiceUser(moment.now(), user);
    }

    /** Forgets everything; the next advance starts from nothing. */
    public void clear() {
        standing = null;
        users.clear();
        people.clear();
        groups.clear();
        roles.clear();
        policies.clear();
        catalogues.clear();
    }

    public @Nullable KnownKey key(String keyId) {
        return users.key(keyId);
    }

    public @Nullable PersonState person(Identity identity) {
        return people.of(identity);
    }

    /** References to personal values that were erased between the last two advances. */
    public Set<Long> erasedValues() {
        return erasedValues;
    }

    /** Whether the last advance started anew, so that nobody knows what happened meanwhile. */
    public boolean missedChanges() {
        return missed;
    }

    /** The groups with these ids, in their order. */
    public List<GroupState> groups(List<UUID> ids) {
        return present(ids, groups::get);
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
            case "person" -> people.remove(UUID.fromString(change.id()));
            case "user-group" -> groups.remove(UUID.fromString(change.id()));
            case "security-policy" -> policies.remove(UUID.fromString(change.id()));
            case "routes" -> catalogues.remove(change.id());
            case "role" -> roles.remove(UUID.fromString(change.id()));
            case "personal-value" -> erasedValues.add(Long.valueOf(change.id()));
            default -> throw new IllegalStateException("unknown kind of entity: " + change.kind());
        }
    }

    /** The service users of those of these keys that are there and shown rightly. */
    private Map<String, ServiceUserState> loadUsers(
            AccessReader reader, Set<String> keyIds, Predicate<KnownKey> isShownRightly)
            throws SQLException {
        Map<String, ServiceUserState> shown = new HashMap<>();
        Set<String> unknown = new HashSet<>();
        for (String keyId : keyIds) {
            KnownKey known = users.use(keyId);
            if (known == null) {
                unknown.add(keyId);
            } else if (isShownRightly.test(known)) {
                shown.put(keyId, known.user());
            } else {
                unknown.add(NOBODYS_KEY);
            }
        }
        if (!unknown.isEmpty()) {
            reader.serviceUsers.ofKeys(unknown, keyIds).forEach(users::put);
        }
        for (String keyId : unknown) {
            KnownKey found = users.key(keyId);
            if (found != null && isShownRightly.test(found)) {
                shown.put(keyId, found.user());
            }
        }
        return shown;
    }

    /** Everybody whose grants decisions need. */
    private List<Assigned> assigned(Map<String, ServiceUserState> shown, Set<Identity> asked) {
        List<Assigned> all = new ArrayList<>(shown.values());
        for (Identity identity : asked) {
            PersonState person = people.of(identity);
            if (person != null) {
                all.add(person);
            }
        }
        return all;
    }

    private void loadGrants(AccessReader reader, List<Assigned> needed) throws SQLException {
        Set<UUID> newGroups = new HashSet<>();
        needed.forEach(user -> addMissing(user.groups(), groups, newGroups));
        if (!newGroups.isEmpty()) {
            groups.putAll(reader.grants.groups(newGroups));
        }
        Set<UUID> newPolicies = new HashSet<>();
        needed.forEach(user -> addMissingPolicies(user, newPolicies));
        if (!newPolicies.isEmpty()) {
            policies.putAll(reader.policies.policies(newPolicies));
        }
        Set<UUID> newRoles = new HashSet<>();
        needed.forEach(user -> addMissingRoles(user, newRoles));
        if (!newRoles.isEmpty()) {
            roles.putAll(reader.grants.roles(newRoles));
        }
    }

    private void loadRoutes(AccessReader reader, List<ServiceUserState> needed)
            throws SQLException {
        Set<String> missing = new HashSet<>();
        needed.forEach(user -> missing.add(user.workspace()));
        missing.removeIf(catalogues::containsKey);
        if (!missing.isEmpty()) {
            catalogues.putAll(reader.routes.catalogues(missing));
        }
    }

    private static List<ServiceUserState> routed(
            Map<String, ServiceUserState> shown, Set<String> keyIds) {
        List<ServiceUserState> routed = new ArrayList<>(keyIds.size());
        for (String keyId : keyIds) {
            ServiceUserState user = shown.get(keyId);
            if (user != null) {
                routed.add(user);
            }
        }
        return routed;
    }

    private void addMissingPolicies(Assigned user, Set<UUID> missing) {
        addMissing(user.policies(), policies, missing);
        for (UUID id : user.groups()) {
            GroupState group = groups.get(id);
            if (group != null) {
                addMissing(group.policies(), policies, missing);
            }
        }
    }

    private void addMissingRoles(Assigned user, Set<UUID> missing) {
        addMissing(user.roles(), roles, missing);
        addMissingGrants(user.policies(), missing);
        for (UUID id : user.groups()) {
            GroupState group = groups.get(id);
            if (group != null) {
                addMissing(group.roles(), roles, missing);
                addMissingGrants(group.policies(), missing);
            }
        }
    }

    private void addMissingGrants(List<UUID> policyIds, Set<UUID> missing) {
        for (UUID id : policyIds) {
            SecurityPolicy policy = policies.get(id);
            if (policy != null) {
                policy.grants().forEach(grant -> addMissing(grant.roleId(), roles, missing));
            }
        }
    }

    private static void addMissing(List<UUID> ids, Map<UUID, ?> known, Set<UUID> missing) {
        for (UUID id : ids) {
            addMissing(id, known, missing);
        }
    }

    private static void addMissing(UUID id, Map<UUID, ?> known, Set<UUID> missing) {
        if (!known.containsKey(id)) {
            missing.add(id);
        }
    }

    private static <T> List<T> present(List<UUID> ids, Function<UUID, @Nullable T> known) {
        List<T> present = new ArrayList<>(ids.size());
        for (UUID id : ids) {
            T one = known.apply(id);
            if (one != null) {
                present.add(one);
            }
        }
        return present;
    }
}
