package io.keyledger.console.timeline;

import io.keyledger.client.api.Audit.Counts;
import io.keyledger.client.api.Audit.Day;

import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Which of what is counted passes a page's filters, so that bars and list tell of the same.
 *
 * @param uncounted filters that counts know nothing of: bars then tell of more than the list
 */
record Shown(Map<String, String> filters, List<String> uncounted) {

    private static final Set<String> COUNTED =
            Set.of("kind", "decision", "reason", "type", "user", "key", "from", "to", "at");
    private static final String USE = "use";

    static Shown by(Map<String, String> filters) {
        return new Shown(
                filters,
                filters.keySet().stream()
                        .filter(name -> !COUNTED.contains(name))
                        .sorted()
                        .toList());
    }

    Counts of(Counts all) {
        return new Counts(
                all.firstDay(), all.lastDay(), all.items().stream().map(this::of).toList());
    }

    private Day of(Day day) {
        return new Day(
                day.day(),
                changes(day),
                wantsUses()
                                && !"deny".equals(filters.get("decision"))
                                && !filters.containsKey("reason")
                        ? day.allowed()
                        : 0,
                wantsUses() && !"allow".equals(filters.get("decision")) ? denied(day) : 0,
                day.changesByType(),
                day.deniedByReason());
    }

    /** Only uses are decided. */
    private long changes(Day day) {
        if (USE.equals(filters.get("kind"))
                || filters.containsKey("decision")
                || filters.containsKey("reason")) {
            return 0;
        }
        String type = filters.get("type");
        return type == null ? day.changes() : day.changesByType().getOrDefault(type, 0L);
    }

    private long denied(Day day) {
        String reason = filters.get("reason");
        return reason == null ? day.denied() : day.deniedByReason().getOrDefault(reason, 0L);
    }

    private boolean wantsUses() {
        return !"change".equals(filters.get("kind"))
                && !filters.containsKey("q")
                && filters.getOrDefault("type", USE).equals(USE);
    }
}
