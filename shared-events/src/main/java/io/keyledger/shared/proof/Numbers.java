package io.keyledger.shared.proof;

import java.util.regex.Pattern;

/** Decimal numbers without leading zeros, below 2^63. */
final class Numbers {

    private static final Pattern FORM = Pattern.compile("0|[1-9][0-9]{0,18}");

    private Numbers() {}

    static long read(String text, String what) {
        try {
            if (FORM.matcher(text).matches()) {
                return Long.parseLong(text);
            }
        } catch (NumberFormatException _) {
            // Told below.
        }
        throw Unproven.malformed(what + " is no number.");
    }
}
