package io.keyledger.query.audit;

import io.keyledger.query.usetrail.UseMark;
import io.keyledger.shared.use.KeyUse;
import io.keyledger.shared.use.KeyUses;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * Which uses pass a filter: by their marks, as far as these tell, and for the rest by the journal.
 *
 * @param addresses one of these references is to its source address
 * @param keys of these it was one; null if it may be any
 */
record UseFilter(AuditFilter filter, @Nullable Set<Long> addresses, @Nullable Set<String> keys) {

    /** The hashes of the keys; null if it may be any key. */
    @Nullable Set<Integer> hashes() {
        return keys == null ? null : keys.stream().map(UseMark::hash).collect(Collectors.toSet());
    }

    Predicate<UseMark> marks() {
        Set<Integer> hashes = hashes();
        return mark ->
                (hashes == null || mark.keyHash() != null && hashes.contains(mark.keyHash()))
                        && (filter.reason() == null || filter.reason().equals(mark.reason()))
                        && (filter.decision() == null
                                || filter.decision().equals("deny") == (mark.reason() != null));
    }

    boolean holds(UseDraft draft) {
        KeyUses record = draft.journal().uses();
        KeyUse use = draft.use();
        return isBy(draft.serviceUserId(), filter.user())
                && isBy(draft.serviceUserId(), filter.actorId())
                && (filter.key() == null || filter.key().equals(use.keyId()))
                && isWithin(record.header().decidedAt())
                && isFrom(record, use)
                && isRefusedByPolicy(record, use);
    }

    private static boolean isBy(@Nullable UUID serviceUser, @Nullable UUID wanted) {
        return wanted == null || wanted.equals(serviceUser);
    }

    private boolean isWithin(Instant at) {
        return (filter.from() == null || !at.isBefore(filter.from()))
                && (filter.to() == null || at.isBefore(filter.to()));
    }

    private boolean isFrom(KeyUses record, KeyUse use) {
        return addresses == null
                || (use.address() != null
                        && addresses.contains(record.header().personal().get(use.address()).ref()));
    }

    private boolean isRefusedByPolicy(KeyUses record, KeyUse use) {
        return filter.policy() == null
                || isIt(record, use.refusedBy())
                || use.monitored().stream().anyMatch(each -> isIt(record, each.policy()));
    }

    private boolean isIt(KeyUses record, @Nullable Integer index) {
        return index != null && record.header().entities().get(index).id().equals(filter.policy());
    }
}
