package io.keyledger.access.source;

import org.jspecify.annotations.Nullable;

import java.util.regex.Pattern;

/**
 * Text of a stranger as it may be recorded: bounded, without what UTF-8 or the database cannot
 * hold, and without any key that was put where none belongs.
 */
public final class RecordableText {

    private static final int REPLACEMENT = 0xFFFD;
    private static final Pattern KEY = Pattern.compile("kl_([0-9A-Za-z]{22})_[0-9A-Za-z]+");

    private RecordableText() {}

    /** The text's first characters, anything unfit replaced by U+FFFD; null if nothing is left. */
    public static @Nullable String of(@Nullable String text, int maxLength) {
        if (text == null || text.isBlank()) {
            return null;
        }
        return text.length() <= maxLength && isPlain(text) ? text : made(text, maxLength);
    }

    /** Nothing in it can be unfit, or a key. */
    private static boolean isPlain(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) < ' ' || text.charAt(i) > '~') {
                return false;
            }
        }
        return !text.contains("kl_");
    }

    private static String made(String text, int maxLength) {
        StringBuilder kept = new StringBuilder(Math.min(text.length(), maxLength));
        KEY.matcher(text)
                .replaceAll("kl_$1_[redacted]")
                .codePoints()
                .map(RecordableText::fit)
                .takeWhile(c -> kept.length() + Character.charCount(c) <= maxLength)
                .forEach(kept::appendCodePoint);
        return kept.toString();
    }

    private static int fit(int codePoint) {
        boolean loneSurrogate = codePoint >= 0xD800 && codePoint <= 0xDFFF;
        return loneSurrogate || Character.isISOControl(codePoint) ? REPLACEMENT : codePoint;
    }
}
