package io.keyledger.query.replay;

import org.jspecify.annotations.Nullable;

import java.util.List;

/** A page of replays. */
record ReplayPage(List<ReplayView> items, @Nullable String nextCursor) {

    ReplayPage {
        items = List.copyOf(items);
    }
}
