package io.keyledger.query.compact;

import org.jspecify.annotations.Nullable;

import java.nio.charset.StandardCharsets;

/** Reads what {@link Compact} has written, in the same order. */
public final class CompactReader {

    private final byte[] bytes;
    private int place;

    public CompactReader(byte[] bytes) {
        this.bytes = bytes;
    }

    public boolean hasMore() {
        return place < bytes.length;
    }

    public long number() {
        long number = 0;
        for (int shift = 0; ; shift += Compact.GROUP_BITS) {
            byte group = bytes[place++];
            number |= (long) (group & Compact.GROUP) << shift;
            if (group >= 0) {
                return number;
            }
        }
    }

    public @Nullable Long numberOrNull() {
        long number = number();
        return number == 0 ? null : Long.valueOf(number - 1);
    }

    public String text() {
        return text((int) number());
    }

    public @Nullable String textOrNull() {
        int length = (int) number();
        return length == 0 ? null : text(length - 1);
    }

    private String text(int length) {
        String text = new String(bytes, place, length, StandardCharsets.UTF_8);
        place += length;
        return text;
    }
}
