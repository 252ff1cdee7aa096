package io.keyledger.shared.id;

import java.math.BigInteger;
import java.util.Arrays;

/**
 * Unsigned numbers in base 62, digits {@code 0-9A-Za-z}, most significant first, at a fixed length.
 */
public final class Base62 {

    private static final String DIGITS =
            "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
    private static final BigInteger BASE = BigInteger.valueOf(62);

    /** By character: which range a random digit is in, no processor predicts. */
    private static final boolean[] IS_DIGIT = digitTable();

    private Base62() {}

    /**
     * Encodes bytes, read as one unsigned big-endian number.
     *
     * @throws IllegalArgumentException if the number needs more than {@code length} digits
     */
    public static String encode(byte[] bytes, int length) {
        char[] text = new char[length];
        Arrays.fill(text, '0');
        BigInteger rest = new BigInteger(1, bytes);
        for (int i = length - 1; rest.signum() > 0; i--) {
            if (i < 0) {
                throw new IllegalArgumentException(
                        "the number needs more than " + length + " digits");
            }
            BigInteger[] split = rest.divideAndRemainder(BASE);
            text[i] = DIGITS.charAt(split[1].intValue());
            rest = split[0];
        }
        return new String(text);
    }

    /** The same of one unsigned number of 32 bits. */
    public static String encode(int number, int length) {
        char[] text = new char[length];
        long rest = Integer.toUnsignedLong(number);
        for (int i = length - 1; i >= 0; i--) {
            text[i] = DIGITS.charAt((int) (rest % DIGITS.length()));
            rest /= DIGITS.length();
        }
        if (rest > 0) {
            throw new IllegalArgumentException("the number needs more than " + length + " digits");
        }
        return new String(text);
    }

    public static boolean isBase62(CharSequence text) {
        return isBase62(text, 0, text.length());
    }

    /** The same of the digits from one index up to another, which is not of them. */
    public static boolean isBase62(CharSequence text, int from, int to) {
        for (int i = from; i < to; i++) {
            if (!isDigit(text.charAt(i))) {
                return false;
            }
        }
        return true;
    }

    private static boolean isDigit(char c) {
        return c < IS_DIGIT.length && IS_DIGIT[c];
    }

    private static boolean[] digitTable() {
        boolean[] isDigit = new boolean['z' + 1];
        DIGITS.chars().forEach(digit -> isDigit[digit] = true);
        return isDigit;
    }
}
