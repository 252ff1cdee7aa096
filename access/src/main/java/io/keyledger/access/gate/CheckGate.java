package io.keyledger.access.gate;

/** Checks keys and records their uses. */
public final class CheckGate implements AutoCloseable {

    /**
     * Decides on a caller's own key and records the use.
     *
     * @throws NotRecorded if the use could not be recorded in time
     */
    public Decision check(DirectCheck check) {
        throw new NotRecorded("not yet: " + check.asked().permission());
    }

    /**
     * Decides on a key for a caller and records the use.
     *
     * @throws NotRecorded if the use could not be recorded in time
     */
    public CheckResult check(BehalfCheck check) {
        throw new NotRecorded("not yet: " + check.asked().permission());
    }

    @Override
    public void close() {}
}
