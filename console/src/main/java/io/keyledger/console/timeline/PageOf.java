package io.keyledger.console.timeline;

import io.keyledger.client.api.Audit.Entry;
import io.keyledger.client.api.Audit.Subject;

import org.jspecify.annotations.Nullable;

import java.util.Map;

/**
 * Where something that the trail tells of has its page.
 *
 * @param kind in words
 * @param path behind the workspace's
 */
public record PageOf(String kind, String path) {

    private static final String SERVICE_USER = "service-user";
    private static final Map<String, String> PLACES =
            Map.of(
                    SERVICE_USER,
                    "service-users",
                    "person",
                    "people",
                    "user-group",
                    "groups",
                    "role",
                    "roles",
                    "security-policy",
                    "policies",
                    "api",
                    "apis");

    /** Null if that kind has none. */
    public static @Nullable PageOf of(String kind, @Nullable String id) {
        return id == null || !PLACES.containsKey(kind)
                ? null
                : new PageOf(words(kind), PLACES.get(kind) + "/" + id);
    }

    /** The page of what was changed; of a key, and of who used it, that of its service user. */
    static @Nullable PageOf of(Entry entry) {
        if (entry.serviceUserId() != null) {
            return of(SERVICE_USER, entry.serviceUserId().toString());
        }
        Subject subject = entry.subject();
        return subject == null ? null : of(subject.kind(), subject.id());
    }

    /** A kind as people call it. */
    public static String words(String kind) {
        return kind.replace("api", "API").replace('-', ' ');
    }
}
