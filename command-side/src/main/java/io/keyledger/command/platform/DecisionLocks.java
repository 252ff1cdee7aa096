package io.keyledger.command.platform;

/** Orders decisions. */
public class DecisionLocks {

    /** How the target workspace is locked. */
    public enum Mode {
        SHARED,
        EXCLUSIVE
    }

    public void take(CallerInfo caller, String workspace, Mode mode, String stream) {}
}
