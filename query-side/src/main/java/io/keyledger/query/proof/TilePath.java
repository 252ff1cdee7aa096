package io.keyledger.query.proof;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Which tile (C2SP tlog-tiles): its level, or that of entries, its number in the level, and of how
 * many hashes it is if not of all 256.
 */
record TilePath(boolean entries, int level, long number, int width) {

    private static final int FULL = 256;
    private static final Pattern LEVEL = Pattern.compile("entries|0|[1-5]?[1-9]|[1-5]0|6[0-3]");
    private static final Pattern NUMBER =
            Pattern.compile("((?:/x\\d{3}){0,5}/\\d{3})(?:\\.p/([1-9]\\d{0,2}))?");

    /**
     * Reads a path.
     *
     * @param number with the slash before it
     */
    static Optional<TilePath> parse(String level, String number) {
        Matcher matcher = NUMBER.matcher(number);
        if (!LEVEL.matcher(level).matches() || !matcher.matches()) {
            return Optional.empty();
        }
        String digits = matcher.group(1);
        if (digits.startsWith("/x000")) {
            return Optional.empty();
        }
        int width = matcher.group(2) == null ? FULL : Integer.parseInt(matcher.group(2));
        if (width > FULL || width == FULL && matcher.group(2) != null) {
            return Optional.empty();
        }
        boolean entries = level.equals("entries");
        return Optional.of(
                new TilePath(
                        entries,
                        entries ? 0 : Integer.parseInt(level),
                        Long.parseLong(digits.replaceAll("[/x]", "")),
                        width));
    }

    /** Whether a log of that size has it. */
    boolean isOf(long size) {
        int bits = 8 * level;
        return bits < Long.SIZE - 1 && (size >> bits) - number * FULL >= width;
    }
}
