package io.keyledger.shared.event;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * Instants as the database keeps them: cut to microseconds in the event already, so that the event
 * and every row made from it name the same moment.
 */
final class Micros {

    private Micros() {}

    static @Nullable Instant orNull(@Nullable Instant instant) {
        return instant == null ? null : instant.truncatedTo(ChronoUnit.MICROS);
    }
}
