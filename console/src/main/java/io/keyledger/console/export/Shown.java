package io.keyledger.console.export;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * An export as the page shows it.
 *
 * @param goneAt when it is removed by itself
 */
record Shown(UUID id, Wanted wanted, Line line, Instant goneAt) {

    static Shown of(Export export, Instant now) {
        Line line = Line.of(export, now);
        return new Shown(export.id(), export.wanted(), line, line.endedAt().plus(Desk.KEPT));
    }

    /** What of them is told aloud. */
    static String told(List<Shown> all) {
        return all.stream()
                .map(each -> each.wanted().name() + " " + each.line().told())
                .collect(Collectors.joining("; "));
    }
}
