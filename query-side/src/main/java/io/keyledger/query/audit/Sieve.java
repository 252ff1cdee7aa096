package io.keyledger.query.audit;

import io.keyledger.query.history.EntryNumber;
import io.keyledger.shared.use.KeyUse;

import java.util.Set;

/**
 * What of a use is asked for that no row of the trail has, but its journal record.
 *
 * @param addresses one of these references is to its source address
 */
record Sieve(Set<Long> addresses) {

    boolean holds(JournalRecord record, long entry) {
        KeyUse use = record.uses().uses().get(EntryNumber.index(entry));
        Integer address = use.address();
        return address != null
                && addresses.contains(record.uses().header().personal().get(address).ref());
    }
}
