package io.keyledger.access.batch;

/**
 * Told what a gate does, for whoever measures it. All but {@link #overloaded} is called by the
 * threads that work on batches, which wait meanwhile; none of it may throw.
 */
public interface GateObserver {

    GateObserver NONE = new GateObserver() {};

    /** A batch is closed; whoever is returned is told how it ends. */
    default BatchObserver begun(int checks) {
        return BatchObserver.NONE;
    }

    /** A batch's transaction was committed, in time or not; the commit itself took so long. */
    default void committed(long nanos) {}

    /** A check was turned away since too many waited. */
    default void overloaded() {}
}
