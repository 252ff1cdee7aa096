package io.keyledger.access.state;

import io.keyledger.access.key.PersonToken.Identity;
import io.keyledger.shared.use.EntityKind;
import io.keyledger.shared.use.EntityVersion;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;

/**
 * A person with the groups it was a member of when it signed in last.
 *
 * @param tokenIssuedAt of the newest token that it signed in with
 * @param groupsByWorkspace those of a workspace in the order of their ids
 */
public record PersonState(
        UUID id,
        Identity identity,
        Status status,
        Instant tokenIssuedAt,
        long version,
        SortedMap<String, List<UUID>> groupsByWorkspace)
        implements Assigned {

    public PersonState {
        SortedMap<String, List<UUID>> copy = new TreeMap<>();
        groupsByWorkspace.forEach((workspace, ids) -> copy.put(workspace, List.copyOf(ids)));
        groupsByWorkspace = copy;
    }

    static PersonState of(
            UUID id,
            Identity identity,
            Status status,
            Instant tokenIssuedAt,
            long version,
            Map<String, List<UUID>> groups) {
        return new PersonState(id, identity, status, tokenIssuedAt, version, new TreeMap<>(groups));
    }

    public EntityVersion entityVersion() {
        return new EntityVersion(EntityKind.PERSON, id, version);
    }

    List<UUID> groupsIn(String workspace) {
        return groupsByWorkspace.getOrDefault(workspace, List.of());
    }

    /** Of all workspaces: loaded together, counted in their own only. */
    @Override
    public List<UUID> groups() {
        return groupsByWorkspace.values().stream().flatMap(List::stream).toList();
    }

    @Override
    public List<UUID> roles() {
        return List.of();
    }

    @Override
    public List<UUID> policies() {
        return List.of();
    }
}
