package io.keyledger.console.comparison;

import io.keyledger.client.api.Audit;
import io.keyledger.client.api.Audit.ChangedThing;
import io.keyledger.client.api.Page;
import io.keyledger.console.page.Typed;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What differs between two moments, page by page, what changed last first.
 *
 * @param next where more is found; null at the end
 */
record Between(List<Differing> differing, @Nullable String next) {

    private static final String PAGE_SIZE = "100";

    /**
     * Of what was changed and changed back nothing differs: so many pages of it are passed over.
     */
    private static final int MOST_PAGES = 10;

    Between {
        differing = List.copyOf(differing);
    }

    /**
     * @param kind in words; empty for all
     */
    static Between of(Audit audit, Sides sides, String kind, @Nullable String cursor) {
        Map<String, String> asked = new TreeMap<>();
        asked.put("limit", PAGE_SIZE);
        asked.put("from", sides.first().toString());
        if (sides.second() != null) {
            asked.put("to", sides.second().toString());
        }
        Typed.put(asked, "kind", Thing.kindOf(kind));
        Typed.put(asked, "cursor", cursor);
        Between found = page(audit, sides, asked);
        for (int pages = 1; found.isToGoOn() && pages < MOST_PAGES; pages++) {
            Typed.put(asked, "cursor", found.next());
            found = page(audit, sides, asked);
        }
        return found;
    }

    private boolean isToGoOn() {
        return differing.isEmpty() && next != null;
    }

    private static Between page(Audit audit, Sides sides, Map<String, String> asked) {
        Page<ChangedThing> page = audit.changed(sides.ws(), asked);
        return new Between(
                sides.of(page.items().stream().flatMap(each -> each.changes().stream()).toList()),
                page.nextCursor());
    }
}
