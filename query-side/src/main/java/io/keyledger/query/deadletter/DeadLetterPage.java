package io.keyledger.query.deadletter;

import org.jspecify.annotations.Nullable;

import java.util.List;

/** A page of parked entries. */
record DeadLetterPage(List<DeadLetterView> items, @Nullable String nextCursor) {

    DeadLetterPage {
        items = List.copyOf(items);
    }
}
