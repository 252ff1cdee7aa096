package io.keyledger.database;

/** The data was written by a newer version than this one. Nothing was changed. */
public final class NewerDatabase extends RuntimeException {

    private static final long serialVersionUID = 1L;

    NewerDatabase(String theirs, String ours) {
        super(
                "The data was written by a newer version of Keyledger (schema "
                        + theirs
                        + ", this one knows up to "
                        + ours
                        + "); start that version or a later one.");
    }
}
