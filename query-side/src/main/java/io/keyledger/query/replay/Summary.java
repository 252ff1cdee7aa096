package io.keyledger.query.replay;

import io.keyledger.shared.record.Sha256;

import org.jspecify.annotations.Nullable;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What the rebuilds of a replay come to. */
final class Summary {

    private Summary() {}

    static ReplayView of(List<RebuildRow> rows) {
        ReplayRow replay = rows.getFirst().replay();
        List<RebuildView> views = rows.stream().map(RebuildRow::view).toList();
        String before = digest(views, RebuildView::digestBefore);
        String after = digest(views, RebuildView::digestAfter);
        RebuildState state = state(views);
        return new ReplayView(
                replay.id(),
                replay.replayed(),
                state.storedName(),
                views.stream().mapToLong(RebuildView::position).min().orElse(0),
                replay.head(),
                extreme(views, RebuildView::ratePerSecond, Comparator.reverseOrder()),
                extreme(views, RebuildView::secondsLeft, Comparator.naturalOrder()),
                before,
                after,
                before == null || after == null ? null : before.equals(after),
                replay.startedAt(),
                isOver(state) ? extreme(views, RebuildView::finishedAt, naturalOrder()) : null,
                views);
    }

    private static Comparator<Instant> naturalOrder() {
        return Comparator.naturalOrder();
    }

    /** The state of the one that needs most attention; states are in that order. */
    private static RebuildState state(List<RebuildView> views) {
        return views.stream()
                .map(view -> RebuildState.of(view.state()))
                .min(Comparator.naturalOrder())
                .orElse(RebuildState.COMPLETED);
    }

    private static boolean isOver(RebuildState state) {
        return state != RebuildState.RUNNING && state != RebuildState.PAUSED;
    }

    private static <T> @Nullable T extreme(
            List<RebuildView> views,
            Function<RebuildView, @Nullable T> value,
            Comparator<T> order) {
        return views.stream().map(value).filter(Objects::nonNull).max(order).orElse(null);
    }

    private static @Nullable String digest(
            List<RebuildView> views, Function<RebuildView, @Nullable String> digest) {
        List<String> digests = views.stream().map(digest).filter(Objects::nonNull).toList();
        if (digests.size() < views.size()) {
            return null;
        }
        if (digests.size() == 1) {
            return digests.getFirst();
        }
        String all = digests.stream().collect(Collectors.joining("\n"));
        return HexFormat.of().formatHex(Sha256.of(all.getBytes(StandardCharsets.US_ASCII)));
    }
}
