package io.keyledger.console.comparison;

import io.keyledger.client.KeyledgerClient;
import io.keyledger.client.api.Audit.Entry;
import io.keyledger.client.api.Permissions.Why;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Changes between two moments that permissions may have come or gone by, read when needed. */
final class Changes {

    private static final String MOST = "500";

    /** A change happens before it is ledgered, by which moments are told. */
    private static final Duration LEDGERED_LATER = Duration.ofSeconds(10);

    private static final List<String> OF_GROUPS =
            List.of(
                    "user-group.RoleAssignedToGroup",
                    "user-group.RoleUnassignedFromGroup",
                    "user-group.SecurityPolicyAttachedToGroup",
                    "user-group.SecurityPolicyDetachedFromGroup");

    private final KeyledgerClient client;
    private final String ws;
    private final Whose whose;
    private final Instant from;
    private final Instant to;
    private final Map<String, List<Entry>> known = new HashMap<>();

    Changes(KeyledgerClient client, String ws, Whose whose, Instant before, Instant after) {
        this.client = client;
        this.ws = ws;
        this.whose = whose;
        Instant first = before.isBefore(after) ? before : after;
        this.from = first.minus(LEDGERED_LATER);
        this.to = (before.isBefore(after) ? after : before).plusMillis(1);
    }

    /** The latest of each kind that a way can be opened or closed by; latest first. */
    List<Entry> about(Why why) {
        List<Entry> all = new ArrayList<>();
        whose.own().forEach(filter -> all.addAll(of(filter.name(), filter.value())));
        all.addAll(of("type", "role.RolePermissionsChanged"));
        if (why.policy() != null) {
            all.addAll(of("policy", why.policy().id().toString()));
        }
        if (why.group() != null) {
            OF_GROUPS.forEach(type -> all.addAll(of("type", type)));
        }
        all.sort(Comparator.comparingLong(Entry::position).reversed());
        return all;
    }

    private List<Entry> of(String filter, String value) {
        return known.computeIfAbsent(filter + "=" + value, _ -> read(filter, value));
    }

    private List<Entry> read(String filter, String value) {
        Map<String, String> asked = new TreeMap<>();
        asked.put("kind", "change");
        asked.put("limit", MOST);
        asked.put("from", from.toString());
        asked.put("to", to.toString());
        asked.put(filter, value);
        return client.audit().list(ws, asked).items();
    }
}
