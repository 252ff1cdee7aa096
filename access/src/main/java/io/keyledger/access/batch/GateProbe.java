package io.keyledger.access.batch;

/** Called by the gate's thread within a batch; tests hold it there. */
public interface GateProbe {

    GateProbe NONE = new GateProbe() {};

    /** The batch is closed and its snapshot taken; nothing is decided or written yet. */
    default void snapshotTaken() {}

    /** All is decided; the statement that records and commits it, or the commit alone, is next. */
    default void beforeCommit() {}
}
