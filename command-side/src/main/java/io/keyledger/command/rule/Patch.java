package io.keyledger.command.rule;

import org.jspecify.annotations.Nullable;

/** A field of an edit: left as it is, or set to a value that may be none. */
public record Patch<T>(boolean present, @Nullable T value) {

    public static <T> Patch<T> unchanged() {
        return new Patch<>(false, null);
    }

    public static <T> Patch<T> to(@Nullable T value) {
        return new Patch<>(true, value);
    }

    public @Nullable T or(@Nullable T before) {
        return present ? value : before;
    }
}
