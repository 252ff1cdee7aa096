package io.keyledger.query.personal;

import org.jspecify.annotations.Nullable;

import java.util.Arrays;
import java.util.Map;

/** The texts of personal values that are still there. */
public record Resolved(Map<Long, String> texts) {

    public Resolved {
        texts = Map.copyOf(texts);
    }

    public @Nullable String text(@Nullable Long ref) {
        return ref == null ? null : texts.get(ref);
    }

    /** Whether one of the values was there once and is no more. */
    public boolean anyErased(@Nullable Long... refs) {
        return Arrays.stream(refs).anyMatch(ref -> ref != null && !texts.containsKey(ref));
    }
}
