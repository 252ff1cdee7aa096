package io.keyledger.command.grant;

import io.keyledger.command.platform.CallerInfo;
import io.keyledger.command.platform.DecisionLocks;
import io.keyledger.command.platform.DecisionLocks.Mode;

import org.springframework.stereotype.Component;

/**
 * The first step of every command: its place in the order of decisions, then what its caller holds.
 */
@Component
public class Admission {

    private static final String SYSTEM = "system";

    private final DecisionLocks locks;
    private final Grantors grantors;

    Admission(DecisionLocks locks, Grantors grantors) {
        this.locks = locks;
        this.grantors = grantors;
    }

    /**
     * Shared for what only adds to one service user; exclusive for what takes away or reaches many.
     */
    public Grantor admit(CallerInfo caller, GuardedCommand command, Mode mode, String stream) {
        locks.take(caller, command.workspace(), mode, stream);
        return grantors.of(caller, command, command.workspace());
    }

    /** Whether an admitted command has its workspace to itself. */
    public boolean isAlone(Mode asked) {
        return locks.isAlone(asked);
    }

    /** For commands that only holders of a permission in {@code system} may give. */
    public Grantor admitToSystem(
            CallerInfo caller, GuardedCommand command, Mode mode, String stream) {
        locks.take(caller, command.workspace(), mode, stream);
        return grantors.of(caller, command, SYSTEM);
    }
}
