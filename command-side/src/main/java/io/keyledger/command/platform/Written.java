package io.keyledger.command.platform;

import java.time.Instant;

/** The command whose events are written: what it writes is kept in its order. */
public interface Written {

    /** The key under which event handlers find it. */
    String KEY = "origin";

    /** When its events were appended, by the database's clock. */
    Instant at();
}
