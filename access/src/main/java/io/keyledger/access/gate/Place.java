package io.keyledger.access.gate;

/**
 * Where a check waits.
 *
 * @param party with whose checks it waits: the key's workspace if it is known, else the network of
 *     its source
 */
record Place(Trust trust, String party) {

    enum Trust {
        /** The key was found good here before. */
        KNOWN,
        /** The key was not found good here yet. */
        STRANGER,
        /** The source guesses, whatever key it shows now. */
        SUSPECT
    }

    boolean isKnown() {
        return trust == Trust.KNOWN;
    }
}
