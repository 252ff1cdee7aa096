package io.keyledger.access.batch;

import io.keyledger.access.check.CheckRequest;
import io.keyledger.access.check.CheckResult;

import java.util.List;

/** Told how one batch ends, by one of the two. */
public interface BatchObserver {

    BatchObserver NONE = new BatchObserver() {};

    /** All of the batch is on record and is now answered. */
    default void answered(List<CheckRequest> requests, List<CheckResult> results) {}

    /** The batch is answered as not recorded. */
    default void failed() {}
}
