package io.keyledger.query.replay;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

/** Replays and how far they are. */
@Component
class Replays {

    private static final UUID HIGHEST = new UUID(-1, -1);

    private final RebuildRows rows;

    Replays(RebuildRows rows) {
        this.rows = rows;
    }

    Optional<ReplayView> find(UUID id) {
        List<RebuildRow> found = rows.of(id);
        return found.isEmpty() ? Optional.empty() : Optional.of(Summary.of(found));
    }

    /** The latest first, those before the given one if there is one. */
    List<ReplayView> before(@Nullable UUID id, int limit) {
        return rows.before(id == null ? HIGHEST : id, limit).stream()
                .collect(
                        Collectors.groupingBy(
                                row -> row.replay().id(), LinkedHashMap::new, Collectors.toList()))
                .values()
                .stream()
                .map(Summary::of)
                .toList();
    }
}
