package io.keyledger.access.state;

import io.keyledger.access.memory.HeapShare;

import org.jspecify.annotations.Nullable;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;

/**
 * The service users remembered, found by their keys; the least recently used are forgotten. Whoever
 * decides on several keys uses all of them before it puts new ones in: so none of those is
 * forgotten for another of them.
 */
final class ServiceUsers {

    private static final int MOST = 100_000;

    /** With two keys. */
    private static final int BYTES = 1_536;

    private static final int PART = 8;

    private final LinkedHashMap<UUID, ServiceUserState> byId = new LinkedHashMap<>(16, 0.75f, true);
    private final Map<String, KnownKey> byKey = new HashMap<>();
    private final int most;

    ServiceUsers() {
        this(HeapShare.things(BYTES, PART, MOST));
    }

    ServiceUsers(int most) {
        this.most = most;
    }

    void put(ServiceUserState user) {
        remove(user.id());
        byId.put(user.id(), user);
        user.keys().forEach((keyId, key) -> byKey.put(keyId, new KnownKey(key, user)));
        if (byId.size() > most) {
            remove(byId.firstEntry().getKey());
        }
    }

    void remove(UUID id) {
        ServiceUserState user = byId.remove(id);
        if (user != null) {
            byKey.keySet().removeAll(user.keys().keySet());
        }
    }

    /** The key, as it is remembered. */
    @Nullable KnownKey key(String keyId) {
        return byKey.get(keyId);
    }

    /** The same, and it is the last to be forgotten from now on. */
    @Nullable KnownKey use(String keyId) {
        KnownKey known = byKey.get(keyId);
        if (known != null) {
            byId.get(known.user().id());
        }
        return known;
    }

    void clear() {
        byId.clear();
        byKey.clear();
    }
}
