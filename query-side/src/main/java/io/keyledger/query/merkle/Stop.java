package io.keyledger.query.merkle;

import java.util.Arrays;
import java.util.Optional;

/** Why nothing is signed of a log. Codes are stored. */
public enum Stop {
    /** The database was set back, or lost entries. */
    SHORTER("shorter-than-signed", true),
    /** Entries are others than those that were signed. */
    DIFFERS("differs-from-signed", true),
    /** What is kept is of a later origin than the database knows: it was set back. */
    ORIGIN_BEHIND("origin-behind", true),
    /** What is kept is of another store. */
    ANOTHER_LOG("kept-of-another-log", true),
    /** What is kept is no checkpoint. */
    UNREADABLE("kept-unreadable", true),
    /**
     * The checkpoint cannot be written to the folder: signed and not kept, it could be forgotten.
     */
    NOT_KEPT("cannot-be-kept", false),
    /** Rows of the tree, or of the ledger, are missing or were changed. */
    DAMAGED("log-damaged", false);

    private final String code;
    private final boolean endsWithNewOrigin;

    Stop(String code, boolean endsWithNewOrigin) {
        this.code = code;
        this.endsWithNewOrigin = endsWithNewOrigin;
    }

    public String code() {
        return code;
    }

    /** Whether an operator can have it signed again under another origin. */
    boolean endsWithNewOrigin() {
        return endsWithNewOrigin;
    }

    static Optional<Stop> of(String code) {
        return Arrays.stream(values()).filter(stop -> stop.code.equals(code)).findFirst();
    }
}
