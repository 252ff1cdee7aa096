package io.keyledger.access.batch;

/** Called by the gate's thread within a batch; tests hold it there. */
public interface GateProbe {

    GateProbe NONE = new GateProbe() {};

    /** The batch is closed and its snapshot taken; nothing is decided or written yet. */
    default void snapshotTaken() {}

    /** All is decided, and what commits it comes next: the records as well, or all but them. */
    default void beforeCommit() {}
}
