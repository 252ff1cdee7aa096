package io.keyledger.access.state;

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
    private @Nullable Moment standing;

    /**
     * Brings the cache to the snapshot of the transaction that has just begun, and loads what these
     * keys' decisions need. After an exception the cache is to be cleared.
     */
    public SnapshotTime advance(AccessReader reader, Set<String> keyIds) throws SQLException {
        Moment previous = standing;
        Moment moment = reader.moments.read(previous == null ? null : previous.snapshot());
        if (previous != null
                && moment.complete()
                && moment.incarnation().equals(previous.incarnation())) {
            moment.changes().forEach(this::evict);
        } else {
            clear();
        }
        load(reader, keyIds);
        standing = moment;
        return new SnapshotTime(moment.now(), moment.snapshot());
    }

    /** Forgets everything; the next advance starts from nothing. */
    public void clear() {
        standing = null;
        users.clear();
        groups.clear();
        roles.clear();
    }

    public @Nullable KnownKey key(String keyId) {
        return users.key(keyId);
    }

    /** The groups of a service user whose key was loaded. */
    public List<GroupState> groupsOf(ServiceUserState user) {
        return present(user.groups(), groups::get);
    }

    /** The roles with these ids, in their order. */
    public List<RoleState> roles(List<UUID> ids) {
        return present(ids, roles::get);
    }

    private void evict(Change change) {
        switch (change.kind()) {
            case "service-user" -> users.remove(UUID.fromString(change.id()));
            case "user-group" -> groups.remove(UUID.fromString(change.id()));
            case "role" -> roles.remove(UUID.fromString(change.id()));
            case "security-policy", "routes" -> {
                // Checks do not read them, so there is nothing to forget.
            }
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
        Set<UUID> newRoles = missing(needed.stream().flatMap(this::roleIds), roles);
        if (!newRoles.isEmpty()) {
            roles.putAll(reader.grants.roles(newRoles));
        }
    }

    private Stream<UUID> roleIds(ServiceUserState user) {
        return Stream.concat(
                user.roles().stream(),
                groupsOf(user).stream().flatMap(group -> group.roles().stream()));
    }

    private static Set<UUID> missing(Stream<UUID> ids, Map<UUID, ?> known) {
        Set<UUID> missing = new HashSet<>();
        ids.filter(id -> !known.containsKey(id)).forEach(missing::add);
        return missing;
    }

    private static <T> List<T> present(List<UUID> ids, Function<UUID, @Nullable T> known) {
        return ids.stream().map(known).filter(Objects::nonNull).toList();
    }
}
