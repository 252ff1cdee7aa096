package io.keyledger.access.health;

/** Which schema this version needs. */
public final class SchemaVersion {

    /** The number of the newest migration; a database that is ahead of it is good, too. */
    public static final int NEEDED = 28;

    private SchemaVersion() {}
}
