package io.keyledger.query.paging;

/**
 * How many there are, without counting on beyond what a reader looks at one by one.
 *
 * @param exact false if there are more than {@code count}, where counting ended
 */
public record CountView(long count, boolean exact) {

    private static final int MOST = 10_000;

    /** How many rows tell it. */
    public static final int FETCHED = MOST + 1;

    /** Of so many rows found, of at most {@link #FETCHED}. */
    public static CountView of(long found) {
        return new CountView(Math.min(found, MOST), found <= MOST);
    }
}
