package io.keyledger.access.batch;

import io.keyledger.access.check.CheckRequest;
import io.keyledger.access.check.CheckResult;

import java.util.List;

/**
 * Told what a gate does, for whoever measures it, by the thread that does it, which waits
 * meanwhile: of several batches at once. None of it may throw.
 */
public interface GateObserver {

    GateObserver NONE = new GateObserver() {};

    /** A batch is closed. */
    default Batch begun(int checks) {
        return Batch.UNOBSERVED;
    }

    /** The batch's transaction was committed, in time or not; the commit itself took so long. */
    default void committed(long nanos) {}

    /** A check was turned away since too many waited. */
    default void overloaded() {}

    /** Told how a batch ended, in one way or the other. */
    interface Batch {

        Batch UNOBSERVED = new Batch() {};

        /** All of the batch is on record and is now answered. */
        default void answered(List<CheckRequest> requests, List<CheckResult> results) {}

        /** The batch is answered as not recorded. */
        default void failed() {}
    }
}
