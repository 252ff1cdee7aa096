package io.keyledger.access.state;

import org.jspecify.annotations.Nullable;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;

/** The service users remembered, found by their keys; the least recently used are forgotten. */
final class ServiceUsers {

    private static final int MOST = 100_000;

    private final LinkedHashMap<UUID, ServiceUserState> byId = new LinkedHashMap<>(16, 0.75f, true);
    private final Map<String, UUID> byKey = new HashMap<>();

    void put(ServiceUserState user) {
        remove(user.id());
        byId.put(user.id(), user);
        user.keys().keySet().forEach(keyId -> byKey.put(keyId, user.id()));
        if (byId.size() > MOST) {
            remove(byId.firstEntry().getKey());
        }
    }

    void remove(UUID id) {
        ServiceUserState user = byId.remove(id);
        if (user != null) {
            byKey.keySet().removeAll(user.keys().keySet());
        }
    }

    @Nullable KnownKey key(String keyId) {
        UUID id = byKey.get(keyId);
        ServiceUserState user = id == null ? null : byId.get(id);
        KeyState key = user == null ? null : user.keys().get(keyId);
        return user == null || key == null ? null : new KnownKey(key, user);
    }

    void clear() {
        byId.clear();
        byKey.clear();
    }
}
