package io.keyledger.query.audit;

import io.keyledger.query.history.EntryNumber;

/** An entry's number, and whether it is a use. */
record Place(long entry, boolean use) {

    long position() {
        return EntryNumber.position(entry);
    }
}
