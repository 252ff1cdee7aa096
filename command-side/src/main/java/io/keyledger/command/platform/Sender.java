package io.keyledger.command.platform;

import org.axonframework.messaging.Message;

/** Who writes into the log of a workspace: what is kept beside his events there is one. */
record Sender(String workspace, CallerInfo caller) {

    static Sender of(Message<?> event) {
        return new Sender(Origin.workspaceOf(event), Origin.of(event).caller());
    }
}
