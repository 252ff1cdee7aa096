package io.keyledger.access.batch;

import io.keyledger.access.check.CheckRequest;
import io.keyledger.access.check.CheckResult;

import java.util.List;

/**
 * Told what a gate does, for whoever measures it. All but {@link #overloaded} is called by the
 * gate's thread, which waits meanwhile; none of it may throw.
 */
public interface GateObserver {

    GateObserver NONE = new GateObserver() {};

    /** A batch is closed. One of {@link #answered} and {@link #failed} follows. */
    default void begun(int checks) {}

    /** The batch's transaction was committed, in time or not; what committed it took so long. */
    default void committed(long nanos) {}

    /** All of the batch is on record and is now answered. */
    default void answered(List<CheckRequest> requests, List<CheckResult> results) {}

    /** The batch is answered as not recorded. */
    default void failed(int checks) {}

    /** A check was turned away since too many waited. */
    default void overloaded() {}
}
