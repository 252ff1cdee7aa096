package io.keyledger.console.needed;

import io.keyledger.client.api.Audit;
import io.keyledger.client.api.Audit.Entry;
import io.keyledger.client.api.Page;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

/**
 * When a service user or a person was last let do something that a permission covers, by the last
 * uses alone.
 *
 * @param uses latest first
 * @param whole whether there are no others
 */
public record LastNeeded(List<Entry> uses, boolean whole) {

    private static final int LOOKED_AT = 500;
    private static final String SYSTEM = "system";

    public static LastNeeded ofServiceUser(Audit audit, String ws, UUID user) {
        return of(audit.list(ws, allowed("user", user)));
    }

    /**
     * What a person may do by the groups of {@code system} counts in every workspace, and is on
     * record in those where the person has groups, too: there all are asked.
     */
    public static LastNeeded ofPerson(Audit audit, String ws, UUID person) {
        Map<String, String> filters = allowed("actor", person);
        return of(ws.equals(SYSTEM) ? audit.listOfAll(filters) : audit.list(ws, filters));
    }

    private static LastNeeded of(Page<Entry> page) {
        return new LastNeeded(page.items(), page.nextCursor() == null);
    }

    private static Map<String, String> allowed(String holder, UUID id) {
        return Map.of(
                holder,
                id.toString(),
                "kind",
                "use",
                "decision",
                "allow",
                "limit",
                String.valueOf(LOOKED_AT));
    }

    /** Null if not within the uses that were looked at. */
    public @Nullable Instant at(String permission) {
        return uses.stream()
                .filter(use -> use.permission() != null && covers(permission, use.permission()))
                .map(Entry::occurredAt)
                .findFirst()
                .orElse(null);
    }

    /** What is said of a permission that was not. */
    public String never() {
        return whole ? "never used" : "not in the last %d uses".formatted(uses.size());
    }

    /**
     * Whether a permission as a role holds it covers one that was needed: {@code a.*} covers all
     * resources below {@code a}, and {@code *} every resource or action.
     */
    static boolean covers(String held, String needed) {
        String[] has = held.split(":", 2);
        String[] needs = needed.split(":", 2);
        return has.length == 2
                && needs.length == 2
                && coversResource(has[0], needs[0])
                && (has[1].equals("*") || Objects.equals(has[1], needs[1]));
    }

    private static boolean coversResource(String held, String needed) {
        return held.equals("*")
                || held.equals(needed)
                || held.endsWith(".*") && needed.startsWith(held.substring(0, held.length() - 1));
    }
}
