package io.keyledger.access.batch;

/** Called by the gate's thread inside a batch's transaction; tests hold it there. */
public interface GateProbe {

    GateProbe NONE = new GateProbe() {};

    /** The batch is closed and its snapshot taken; nothing is written yet. */
    default void snapshotTaken() {}

    /** All is written, and the commit comes next. */
    default void beforeCommit() {}
}
