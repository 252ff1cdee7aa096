package io.keyledger.command.platform;

import org.axonframework.messaging.Message;
import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;

/**
 * Where the events of one command come from. It travels with the command and with every event that
 * the command applies, and learns which event was appended last.
 */
record Origin(String workspace, CallerInfo caller, AtomicReference<@Nullable Appended> last)
        implements Written {

    /** The key under which messages carry it. */
    static final String KEY = Written.KEY;

    /** The key under which handlers find the caller. */
    static final String CALLER = "caller";

    /** The key under which events tell their workspace, also when they are read again. */
    static final String WORKSPACE = "workspace";

    /** An event that was appended, and when by the database's clock. */
    record Appended(String stream, long sequence, Instant at) {}

    static Origin of(WorkspaceCommand command, CallerInfo caller) {
        return new Origin(command.workspace(), caller, new AtomicReference<>());
    }

    static Origin of(Message<?> message) {
        if (message.getMetaData().get(KEY) instanceof Origin origin) {
            return origin;
        }
        throw new IllegalStateException("an event was applied outside of a command");
    }

    /** In whose log the event is. */
    static String workspaceOf(Message<?> event) {
        if (event.getMetaData().get(WORKSPACE) instanceof String workspace) {
            return workspace;
        }
        throw new IllegalStateException("an event was applied outside of a command");
    }

    @Override
    public Instant at() {
        Appended appended = last.get();
        if (appended == null) {
            throw new IllegalStateException("nothing was appended yet");
        }
        return appended.at();
    }

    Map<String, Object> metaData() {
        return Map.of(KEY, this, CALLER, caller, WORKSPACE, workspace);
    }
}
