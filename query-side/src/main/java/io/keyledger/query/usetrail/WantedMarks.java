package io.keyledger.query.usetrail;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.Set;
import java.util.UUID;

/**
 * Which uses are wanted, as far as their marks can tell; what is null does not matter.
 *
 * @param hashes of their keys, see {@link UseMark#hash}; null if it may be any key or none
 * @param addresses references of which one is to their source address
 * @param reason why they were refused
 * @param refused whether they were
 * @param policy that refused them or, being monitored, would have
 * @param from not decided before that time
 * @param to decided before that time
 */
public record WantedMarks(
        @Nullable Set<Integer> hashes,
        @Nullable Set<Long> addresses,
        @Nullable String reason,
        @Nullable Boolean refused,
        @Nullable UUID policy,
        @Nullable Instant from,
        @Nullable Instant to) {

    boolean wantsKey(Integer hash) {
        return hashes == null || hashes.contains(hash);
    }

    boolean wantsNoKey() {
        return hashes == null;
    }

    boolean wantsAddress(Long address) {
        return addresses == null || addresses.contains(address);
    }

    boolean wantsNoAddress() {
        return addresses == null;
    }

    boolean wants(Outcome outcome) {
        return (reason == null || reason.equals(outcome.reason()))
                && (refused == null || refused == outcome.isRefusal())
                && (policy == null || outcome.policies().contains(policy));
    }

    boolean wantsTime(Instant at) {
        return (from == null || !at.isBefore(from)) && (to == null || at.isBefore(to));
    }
}
