package io.keyledger.query.current;

/**
 * How many there are.
 *
 * @param exact false if there are more than {@code count}, where counting ended
 */
public record CountView(long count, boolean exact) {

    /** Where counting ends. */
    public static final int MOST_COUNTED = 10_000;

    /** Of what was counted up to one more than that. */
    public static CountView of(long found) {
        return new CountView(Math.min(found, MOST_COUNTED), found <= MOST_COUNTED);
    }
}
