package io.keyledger.access.state;

import io.keyledger.access.key.PersonToken.Identity;

import org.jspecify.annotations.Nullable;

import java.sql.SQLException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** The people remembered, found by whom the provider knows them as. */
final class People {

    private static final int MOST = 10_000;

    private final LinkedHashMap<UUID, PersonState> byId = new LinkedHashMap<>(16, 0.75f, true);
    private final Map<Identity, UUID> byIdentity = new HashMap<>();

    void put(PersonState person) {
        remove(person.id());
        byId.put(person.id(), person);
        byIdentity.put(person.identity(), person.id());
        if (byId.size() > MOST) {
            remove(byId.firstEntry().getKey());
        }
    }

    void remove(UUID id) {
        PersonState person = byId.remove(id);
        if (person != null) {
            byIdentity.remove(person.identity());
        }
    }

    /** Loads those of these people who are not remembered. */
    void load(PersonReader reader, Set<Identity> asked) throws SQLException {
        Set<Identity> unknown = new HashSet<>(asked);
        unknown.removeIf(identity -> of(identity) != null);
        if (!unknown.isEmpty()) {
            reader.of(unknown).forEach(this::put);
        }
    }

    @Nullable PersonState of(Identity identity) {
        UUID id = byIdentity.get(identity);
        return id == null ? null : byId.get(id);
    }

    void clear() {
        byId.clear();
        byIdentity.clear();
    }
}
