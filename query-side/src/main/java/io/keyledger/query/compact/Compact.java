package io.keyledger.query.compact;

import io.keyledger.shared.record.ByteSink;

import org.jspecify.annotations.Nullable;

import java.nio.charset.StandardCharsets;

/**
 * Writes values into few bytes. Numbers are unsigned, in groups of seven bits, the lowest first,
 * with the eighth bit set in all but the last (LEB128); a text is its length in bytes and its
 * UTF-8; where a value may be missing, 0 says so, and a number or a length is one more than it
 * would be.
 */
public final class Compact {

    static final int GROUP_BITS = 7;
    static final int GROUP = (1 << GROUP_BITS) - 1;
    private static final int MORE = 1 << GROUP_BITS;

    private final ByteSink bytes = new ByteSink();

    public void number(long number) {
        long left = number;
        while ((left & ~GROUP) != 0) {
            bytes.put((int) left & GROUP | MORE);
            left >>>= GROUP_BITS;
        }
        bytes.put((int) left);
    }

    public void numberOrNull(@Nullable Long number) {
        number(number == null ? 0 : number + 1);
    }

    public void text(String text) {
        text(text, 0);
    }

    public void textOrNull(@Nullable String text) {
        if (text == null) {
            number(0);
        } else {
            text(text, 1);
        }
    }

    public byte[] toBytes() {
        return bytes.toBytes();
    }

    private void text(String text, int more) {
        byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
        number(utf8.length + (long) more);
        bytes.put(utf8);
    }
}
