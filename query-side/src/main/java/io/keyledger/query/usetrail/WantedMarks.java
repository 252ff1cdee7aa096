package io.keyledger.query.usetrail;

import org.jspecify.annotations.Nullable;

import java.util.Set;

/**
 * Which uses are wanted, as far as their marks can tell.
 *
 * @param hashes of their keys, see {@link UseMark#hash}; null if it may be any key or none
 * @param reason why they were refused; null if it does not matter
 * @param refused whether they were; null if it does not matter
 */
public record WantedMarks(
        @Nullable Set<Integer> hashes, @Nullable String reason, @Nullable Boolean refused) {

    boolean wants(@Nullable Integer hash) {
        return hashes == null || hash != null && hashes.contains(hash);
    }

    boolean wantsAllowed() {
        return reason == null && !Boolean.TRUE.equals(refused);
    }

    boolean wantsRefused(String why) {
        return (reason == null || reason.equals(why)) && !Boolean.FALSE.equals(refused);
    }
}
