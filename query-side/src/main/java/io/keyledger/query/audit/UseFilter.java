package io.keyledger.query.audit;

import io.keyledger.query.usetrail.UseMark;
import io.keyledger.query.usetrail.WantedMarks;

import org.jspecify.annotations.Nullable;

import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * Which uses pass a filter: marks tell all but which of the keys with one hash it was, which the
 * journal does.
 *
 * @param addresses one of these references is to its source address; null if it may be any or none
 * @param keys of these it was one; null if it may be any
 */
record UseFilter(AuditFilter filter, @Nullable Set<Long> addresses, @Nullable Set<String> keys) {

    /** The hashes of the keys; null if it may be any key. */
    @Nullable Set<Integer> hashes() {
        return keys == null ? null : keys.stream().map(UseMark::hash).collect(Collectors.toSet());
    }

    WantedMarks marks() {
        Boolean refused = filter.decision() == null ? null : filter.decision().equals("deny");
        return new WantedMarks(
                hashes(),
                addresses,
                filter.reason(),
                refused,
                filter.policy(),
                filter.from(),
                filter.to());
    }

    /** Whether there can be any. */
    boolean canHold() {
        return addresses == null || !addresses.isEmpty();
    }

    /** Of one whose marks pass: keys with equal hashes are told apart. */
    boolean holds(UseDraft draft) {
        return isBy(draft.serviceUserId(), filter.user())
                && isBy(draft.holder(), filter.actorId())
                && (filter.key() == null || filter.key().equals(draft.use().keyId()));
    }

    private static boolean isBy(@Nullable UUID serviceUser, @Nullable UUID wanted) {
        return wanted == null || wanted.equals(serviceUser);
    }
}
