package io.keyledger.access.check;

/** More checks wait than the gate takes; this one was not looked at. */
public final class Overloaded extends NotRecorded {

    private static final long serialVersionUID = 1L;

    public Overloaded() {
        super("too many checks are waiting");
    }

    @Override
    public String code() {
        return "overloaded";
    }

    @Override
    public String detail() {
        return "Too many requests are waiting, so this one was not carried out; try again.";
    }
}
