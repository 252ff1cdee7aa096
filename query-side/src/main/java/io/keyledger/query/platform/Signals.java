package io.keyledger.query.platform;

import org.springframework.stereotype.Component;

/** The signals between the loops of one process. */
@Component
public class Signals {

    private final Signal committed = new Signal();
    private final Signal ledgered = new Signal();
    private final Signal replay = new Signal();
    private final Signal hurried = new Signal();

    /** Something may be pending. */
    public Signal committed() {
        return committed;
    }

    /** The ledger has grown, by this node or another. */
    public Signal ledgered() {
        return ledgered;
    }

    /** Somebody waits for what the loops have still to do. */
    public Signal hurried() {
        return hurried;
    }

    /** Has everything that can be done now done now. */
    public void hurry() {
        hurried.fire();
        committed.fire();
        ledgered.fire();
    }

    /** A replay was asked for. */
    public Signal replay() {
        return replay;
    }
}
