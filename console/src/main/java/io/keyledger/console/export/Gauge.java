package io.keyledger.console.export;

/** How far a table is: told by what writes it, looked at by pages meanwhile. */
public final class Gauge {

    /** Where it is not known how much there is. */
    public static final double UNKNOWN = -1;

    private volatile long rows;
    private volatile double share = UNKNOWN;

    /** So many rows are written, which are that share of all, from 0 to 1. */
    public void reach(long written, double ofAll) {
        rows = written;
        share = Math.clamp(ofAll, 0, 1);
    }

    /** So many rows are written of nobody knows how many. */
    public void reach(long written) {
        rows = written;
        share = UNKNOWN;
    }

    public long rows() {
        return rows;
    }

    public double share() {
        return share;
    }
}
