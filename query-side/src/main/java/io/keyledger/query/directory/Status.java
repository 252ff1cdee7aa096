package io.keyledger.query.directory;

/** States of service users and keys, as they are stored and answered. */
public final class Status {

    public static final String ENABLED = "enabled";
    public static final String DISABLED = "disabled";
    public static final String DELETED = "deleted";

    private Status() {}
}
