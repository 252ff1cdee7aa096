package io.keyledger.query.platform;

import org.springframework.stereotype.Component;

/** The signals between the loops of one process. */
@Component
public class Signals {

    private final Signal committed = new Signal();
    private final Signal ledgered = new Signal();
    private final Signal replay = new Signal();

    /** Something may be pending. */
    public Signal committed() {
        return committed;
    }

    /** The ledger has grown. */
    public Signal ledgered() {
        return ledgered;
    }

    /** A replay was asked for. */
    public Signal replay() {
        return replay;
    }
}
