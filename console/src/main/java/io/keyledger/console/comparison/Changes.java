package io.keyledger.console.comparison;

import io.keyledger.client.KeyledgerClient;
import io.keyledger.client.api.Audit.Entry;
import io.keyledger.client.api.Named;
import io.keyledger.client.api.Page;
import io.keyledger.client.api.Permissions.Why;
import io.keyledger.console.page.Typed;

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

    private static final String PAGE_SIZE = "500";

    /** A change happens before it is ledgered, by which moments are told. */
    private static final Duration LEDGERED_LATER = Duration.ofSeconds(10);

    private final KeyledgerClient client;
    private final String ws;
    private final Whose whose;
    private final Instant from;
    private final Instant to;
    private final Map<Map<String, String>, List<Entry>> known = new HashMap<>();

    Changes(KeyledgerClient client, String ws, Whose whose, Instant before, Instant after) {
        this.client = client;
        this.ws = ws;
        this.whose = whose;
        Instant first = before.isBefore(after) ? before : after;
        this.from = first.minus(LEDGERED_LATER);
        this.to = (before.isBefore(after) ? after : before).plusMillis(1);
    }

    /** Those of whatever a way leads over, latest first. */
    List<Entry> about(Why why) {
        List<Entry> all = new ArrayList<>();
        whose.own().forEach(question -> all.addAll(of(question)));
        all.addAll(of(subject(why.role())));
        if (why.policy() != null) {
            all.addAll(of(subject(why.policy())));
        }
        if (why.group() != null) {
            all.addAll(of(subject(why.group())));
        }
        all.sort(Comparator.comparingLong(Entry::position).reversed());
        return all;
    }

    private static Map<String, String> subject(Named thing) {
        return Map.of("subject", thing.id().toString());
    }

    private List<Entry> of(Map<String, String> question) {
        return known.computeIfAbsent(question, this::read);
    }

    private List<Entry> read(Map<String, String> question) {
        Map<String, String> asked = new TreeMap<>(question);
        asked.put("kind", "change");
        asked.put("limit", PAGE_SIZE);
        asked.put("from", from.toString());
        asked.put("to", to.toString());
        List<Entry> all = new ArrayList<>();
        String next;
        do {
            Page<Entry> page = client.audit().list(ws, asked);
            all.addAll(page.items());
            next = page.nextCursor();
            Typed.put(asked, "cursor", next);
        } while (next != null);
        return all;
    }
}
