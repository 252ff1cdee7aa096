package io.keyledger.query.audit;

import io.keyledger.query.usetrail.UseMark;
import io.keyledger.query.usetrail.WantedMarks;
import io.keyledger.shared.use.KeyUse;
import io.keyledger.shared.use.KeyUsesHeader;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.Set;
import java.util.UUID;
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

    WantedMarks marks() {
        Boolean refused = filter.decision() == null ? null : filter.decision().equals("deny");
        return new WantedMarks(hashes(), filter.reason(), refused);
    }

    boolean holds(UseDraft draft) {
        KeyUsesHeader header = draft.header();
        KeyUse use = draft.use();
        return isBy(draft.serviceUserId(), filter.user())
                && isBy(draft.holder(), filter.actorId())
                && (filter.key() == null || filter.key().equals(use.keyId()))
                && isWithin(header.decidedAt())
                && isFrom(header, use)
                && isRefusedByPolicy(header, use);
    }

    private static boolean isBy(@Nullable UUID serviceUser, @Nullable UUID wanted) {
        return wanted == null || wanted.equals(serviceUser);
    }

    private boolean isWithin(Instant at) {
        return (filter.from() == null || !at.isBefore(filter.from()))
                && (filter.to() == null || at.isBefore(filter.to()));
    }

    private boolean isFrom(KeyUsesHeader header, KeyUse use) {
        return addresses == null
                || (use.address() != null
                        && addresses.contains(header.personal().get(use.address()).ref()));
    }

    private boolean isRefusedByPolicy(KeyUsesHeader header, KeyUse use) {
        return filter.policy() == null
                || isIt(header, use.refusedBy())
                || use.monitored().stream().anyMatch(each -> isIt(header, each.policy()));
    }

    private boolean isIt(KeyUsesHeader header, @Nullable Integer index) {
        return index != null && header.entities().get(index).id().equals(filter.policy());
    }
}
