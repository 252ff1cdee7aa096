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
import java.util.function.Predicate;

/** What a node remembers of the access tables, as of one snapshot. For one thread. */
public final class AccessCache {

    /** The id of no key: it has digits that no UUID has. */
    public static final String NOBODYS_KEY = "z".repeat(KeyId.LENGTH);

    private final ServiceUsers users = new ServiceUsers();
    private final People people = new People();
    private final Grants grants = new Grants();
    private final Catalogues catalogues = new Catalogues();
    private final Set<Long> erasedValues = new HashSet<>();
    private boolean missed;
    private @Nullable Moment standing;

    /**
     * Brings the cache to the snapshot of the transaction that has just begun, and loads what is
     * needed. After an exception the cache is to be cleared.
     */
    public SnapshotTime advance(AccessReader reader, Needed needed) throws SQLException {
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
        load(reader, needed, moment.now());
        standing = moment;
        return new SnapshotTime(moment.now(), moment.snapshot());
    }

    /**
     * Loads what is needed and not here, each statement in a snapshot of its own: all of it is as
     * the cache stands only if a later snapshot shows that nothing changed since, and the next
     * advance drops what did. After an exception the cache is to be cleared.
     *
     * <p>Of a key that is not shown rightly no more is loaded than of one that is none, and as much
     * is looked up, so that the answers beside it tell a guesser little of which he has found. His
     * own tells him nothing by its time, since it is given at a pace.
     */
    public void load(AccessReader reader, Needed needed, Instant now) throws SQLException {
        Predicate<KnownKey> rightly = known -> needed.isShownRightly().test(known, now);
        Map<String, ServiceUserState> shown = loadUsers(reader, needed.keyIds(), rightly);
        people.load(reader.people, needed.people());
        grants.load(reader, assigned(shown, needed.people()));
        catalogues.load(reader, routed(shown, needed.routedKeyIds()));
    }

    /** The snapshot that the cache stands at, if it stands at any. */
    public @Nullable String snapshot() {
        return standing == null ? null : standing.snapshot();
    }

    /**
     * Nothing changed from the snapshot that the cache stands at to this one of the same server.
     */
    public void unchangedUntil(SnapshotTime later) {
        Moment at = standing;
        if (at == null) {
            throw new IllegalStateException("the cache stands nowhere");
        }
        standing = new Moment(later.now(), later.snapshot(), at.incarnation(), true, List.of());
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
            grants.load(reader, List.of(user));
            catalogues.load(reader, List.of(user));
        }
        return new OneServiceUser(moment.now(), user);
    }

    /** Forgets everything; the next advance starts from nothing. */
    public void clear() {
        standing = null;
        users.clear();
        people.clear();
        grants.clear();
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
        return grants.groups(ids);
    }

    /** The roles with these ids, in their order. */
    public List<RoleState> roles(List<UUID> ids) {
        return grants.roles(ids);
    }

    /** The policies with these ids, in their order. */
    public List<SecurityPolicy> policies(List<UUID> ids) {
        return grants.policies(ids);
    }

    /** The routes of a workspace, one of whose keys was asked about by method and path. */
    public RouteCatalogue routes(String workspace) {
        return catalogues.of(workspace);
    }

    private void evict(Change change) {
        switch (change.kind()) {
            case "service-user" -> users.remove(UUID.fromString(change.id()));
            case "person" -> people.remove(UUID.fromString(change.id()));
            case "user-group" -> grants.removeGroup(UUID.fromString(change.id()));
            case "security-policy" -> grants.removePolicy(UUID.fromString(change.id()));
            case "routes" -> catalogues.changed(change.id());
            case "role" -> grants.removeRole(UUID.fromString(change.id()));
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
}
