package io.keyledger.query.audit;

import io.keyledger.query.history.EntryNumber;

/** Where an entry stands, and whether it is a use. */
record Place(String workspace, long entry, boolean use) {

    long position() {
        return EntryNumber.position(entry);
    }
}
