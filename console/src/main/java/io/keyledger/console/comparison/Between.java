package io.keyledger.console.comparison;

import io.keyledger.client.KeyledgerClient;
import io.keyledger.client.api.Audit.Entry;
import io.keyledger.client.api.Page;
import io.keyledger.console.page.Typed;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/**
 * The changes of a workspace between two moments, as far as they are looked through.
 *
 * @param changes the first one first
 * @param since when the first of them was, if there are more before it; else null
 */
record Between(List<Entry> changes, @Nullable Instant since) {

    private static final String PAGE_SIZE = "500";
    private static final int MOST_PAGES = 4;

    /** A change happens before it is ledgered, by which moments are told. */
    private static final Duration LEDGERED_LATER = Duration.ofSeconds(10);

    Between {
        changes = List.copyOf(changes);
    }

    static Between of(KeyledgerClient client, String ws, Instant first, Instant second) {
        Map<String, String> asked = new TreeMap<>();
        asked.put("kind", "change");
        asked.put("limit", PAGE_SIZE);
        asked.put("from", first.minus(LEDGERED_LATER).toString());
        asked.put("to", second.plusMillis(1).toString());
        List<Entry> latestFirst = new ArrayList<>();
        String next = null;
        for (int pages = 0; pages == 0 || pages < MOST_PAGES && next != null; pages++) {
            Typed.put(asked, "cursor", next);
            Page<Entry> page = client.audit().list(ws, asked);
            page.items().stream()
                    .filter(entry -> at(entry).isAfter(first) && !at(entry).isAfter(second))
                    .forEach(latestFirst::add);
            next = page.nextCursor();
        }
        return new Between(
                latestFirst.reversed(),
                next == null || latestFirst.isEmpty() ? null : at(latestFirst.getLast()));
    }

    private static Instant at(Entry entry) {
        return Objects.requireNonNullElse(entry.ledgeredAt(), entry.occurredAt());
    }
}
