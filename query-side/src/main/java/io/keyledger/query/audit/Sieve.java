package io.keyledger.query.audit;

import io.keyledger.query.history.EntryNumber;
import io.keyledger.shared.use.KeyUse;
import io.keyledger.shared.use.KeyUses;

import org.jspecify.annotations.Nullable;

import java.util.Set;
import java.util.UUID;

/**
 * What of a use is asked for that no row of the trail has, but its journal record.
 *
 * @param addresses one of these references is to its source address
 * @param policy that refused it, or would have if it were not only monitored
 */
record Sieve(@Nullable Set<Long> addresses, @Nullable UUID policy) {

    boolean holds(JournalRecord record, long entry) {
        KeyUse use = record.uses().uses().get(EntryNumber.index(entry));
        return isFrom(record.uses(), use) && isRefusedByIt(record.uses(), use);
    }

    private boolean isFrom(KeyUses record, KeyUse use) {
        return addresses == null
                || (use.address() != null
                        && addresses.contains(record.header().personal().get(use.address()).ref()));
    }

    private boolean isRefusedByIt(KeyUses record, KeyUse use) {
        return policy == null
                || isIt(record, use.refusedBy())
                || use.monitored().stream().anyMatch(each -> isIt(record, each.policy()));
    }

    private boolean isIt(KeyUses record, @Nullable Integer index) {
        return index != null && record.header().entities().get(index).id().equals(policy);
    }
}
