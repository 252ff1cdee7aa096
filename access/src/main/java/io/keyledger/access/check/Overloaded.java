package io.keyledger.access.check;

/** More checks wait than the gate takes; this one was not looked at. */
public final class Overloaded extends NotRecorded {

    private static final long serialVersionUID = 1L;

    public Overloaded() {
        super("too many checks are waiting");
    }
}
