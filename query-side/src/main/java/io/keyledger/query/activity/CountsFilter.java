package io.keyledger.query.activity;

import org.jspecify.annotations.Nullable;

import java.time.LocalDate;
import java.util.UUID;

/** Days from the first to the last, of everything, of a service user or of a key. */
record CountsFilter(LocalDate first, LocalDate last, @Nullable UUID user, @Nullable String key) {

    boolean isOfEverything() {
        return user == null && key == null;
    }
}
