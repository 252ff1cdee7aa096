package io.keyledger.console.comparison;

import io.keyledger.client.api.Audit.Entry;
import io.keyledger.client.api.Audit.Subject;
import io.keyledger.console.timeline.PageOf;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;

/**
 * What changes are about.
 *
 * @param kind as the trail calls it; routes, which it tells with their API, are of their own
 * @param owner the service user that a key is of
 * @param api that a route is of; of all others, their own id
 */
record Thing(String kind, String id, @Nullable UUID owner, String api) {

    /** In words. */
    static final List<String> KINDS =
            List.of(
                    "service user",
                    "API key",
                    "person",
                    "user group",
                    "role",
                    "security policy",
                    "API",
                    "API route",
                    "workspace");

    private static final String ROUTE = "api-route";

    static Thing of(Entry entry) {
        Subject subject = entry.subject();
        String kind = subject == null ? "" : subject.kind();
        String id = subject == null || subject.id() == null ? entry.id() : subject.id();
        String route = route(entry.before()) == null ? route(entry.after()) : route(entry.before());
        return route == null
                ? new Thing(kind, id, entry.serviceUserId(), id)
                : new Thing(ROUTE, route, null, id);
    }

    /** What the API calls a kind that is given in words. */
    static String kindOf(String words) {
        return words.toLowerCase(Locale.ROOT).replace(' ', '-');
    }

    String words() {
        return PageOf.words(kind);
    }

    /** The path of its page behind the workspace's; null if it has none. */
    @Nullable String page() {
        if (kind.equals("api-key")) {
            return owner == null ? null : "service-users/" + owner;
        }
        if (kind.equals(ROUTE)) {
            return "apis/" + api;
        }
        PageOf page = PageOf.of(kind, id);
        return page == null ? null : page.path();
    }

    private static @Nullable String route(@Nullable Map<String, Object> side) {
        return side != null && side.get("route") instanceof String route ? route : null;
    }
}
