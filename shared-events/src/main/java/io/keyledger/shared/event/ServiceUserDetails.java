package io.keyledger.shared.event;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** Who a service user is, who answers for it, and until when it lives. */
public record ServiceUserDetails(
        String username,
        String description,
        @Nullable String owner,
        Map<String, String> labels,
        @Nullable Instant expiresAt) {

    public ServiceUserDetails {
        SortedMap<String, String> sorted = new TreeMap<>(labels);
        labels = Collections.unmodifiableSortedMap(sorted);
        expiresAt = Micros.orNull(expiresAt);
    }
}
