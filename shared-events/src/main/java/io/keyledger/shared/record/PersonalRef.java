package io.keyledger.shared.record;

import org.jspecify.annotations.Nullable;

/**
 * A personal value as a record holds it: where the value is, while it is, and a commitment to it,
 * as base64url without padding.
 */
public record PersonalRef(long ref, String commitment) {

    public static @Nullable Long refOf(@Nullable PersonalRef value) {
        return value == null ? null : value.ref();
    }
}
