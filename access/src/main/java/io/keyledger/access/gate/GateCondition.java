package io.keyledger.access.gate;

/** What may be expected of a gate's next batch. */
public enum GateCondition {
    GOOD,
    /** The last batch could not be recorded, a moment ago. */
    FAILING,
    /** A batch is under way for far too long. */
    STUCK,
    /** It takes no more checks. */
    CLOSED
}
