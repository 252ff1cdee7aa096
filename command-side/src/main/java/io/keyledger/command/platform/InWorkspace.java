package io.keyledger.command.platform;

import org.axonframework.messaging.MetaData;

/** Puts an event into the log of another workspace than its command's. */
public final class InWorkspace {

    private InWorkspace() {}

    /** What the event is applied with. */
    public static MetaData of(String workspace) {
        return MetaData.with(Origin.WORKSPACE, workspace);
    }
}
