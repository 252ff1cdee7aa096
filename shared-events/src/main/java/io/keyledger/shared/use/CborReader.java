package io.keyledger.shared.use;

import org.jspecify.annotations.Nullable;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;

/**
 * Reads what {@link CborWriter} writes and nothing else: a longer head than needed, an indefinite
 * length or a byte too many is refused, so that a payload has exactly one form. Every method throws
 * {@link IllegalArgumentException} at other bytes than it expects.
 */
final class CborReader {

    /** What a string is made with for bytes that are no UTF-8; a text may have it, too. */
    private static final char INSTEAD_OF_OTHER_BYTES = '\uFFFD';

    private final ByteBuffer in;

    CborReader(byte[] bytes) {
        this.in = ByteBuffer.wrap(bytes);
    }

    void array(int size) {
        require(head(CborMajor.ARRAY) == size, "an array of another size");
    }

    /** The head of an array: how many items follow. */
    int size() {
        return length(CborMajor.ARRAY);
    }

    <T> List<T> list(Function<CborReader, T> item) {
        int size = size();
        List<T> items = new ArrayList<>(size);
        for (int i = 0; i < size; i++) {
            items.add(item.apply(this));
        }
        return items;
    }

    long number() {
        return head(CborMajor.UNSIGNED);
    }

    int index() {
        long number = number();
        require(number <= Integer.MAX_VALUE, "a number too large");
        return (int) number;
    }

    byte[] bytes() {
        byte[] bytes = new byte[length(CborMajor.BYTES)];
        in.get(bytes);
        return bytes;
    }

    void passBytes() {
        int size = length(CborMajor.BYTES);
        in.position(in.position() + size);
    }

    byte[] bytes(int size) {
        byte[] bytes = bytes();
        require(bytes.length == size, "a byte string of another length");
        return bytes;
    }

    String text() {
        int size = length(CborMajor.TEXT);
        int from = in.position();
        in.position(from + size);
        String text = new String(in.array(), from, size, StandardCharsets.UTF_8);
        require(
                text.indexOf(INSTEAD_OF_OTHER_BYTES) < 0 || isUtf8(in.slice(from, size)),
                "text that is not UTF-8");
        return text;
    }

    private static boolean isUtf8(ByteBuffer bytes) {
        try {
            StandardCharsets.UTF_8.newDecoder().decode(bytes);
            return true;
        } catch (CharacterCodingException _) {
            return false;
        }
    }

    @Nullable String textOrNull() {
        return nextIsNull() ? null : text();
    }

    @Nullable Integer indexOrNull() {
        return nextIsNull() ? null : Integer.valueOf(index());
    }

    <T> @Nullable T orNull(Function<CborReader, T> item) {
        return nextIsNull() ? null : item.apply(this);
    }

    UUID uuid() {
        ByteBuffer id = ByteBuffer.wrap(bytes(CborMajor.UUID_BYTES));
        return new UUID(id.getLong(), id.getLong());
    }

    void end() {
        require(!in.hasRemaining(), "bytes after the end");
    }

    private boolean nextIsNull() {
        boolean isNull = in.hasRemaining() && in.get(in.position()) == (byte) CborMajor.NULL;
        if (isNull) {
            in.get();
        }
        return isNull;
    }

    /** Each item and each byte takes a byte at least, so a longer length is a lie. */
    private int length(int major) {
        long length = head(major);
        require(length <= in.remaining(), "a length beyond the end");
        return (int) length;
    }

    private long head(int major) {
        int first = Byte.toUnsignedInt(next());
        require(first >>> 5 == major, "an item of another kind");
        int form = first & 0x1F;
        if (form < CborMajor.ONE_BYTE) {
            return form;
        }
        require(form <= CborMajor.ONE_BYTE + 3, "an indefinite length");
        return argument(1 << (form - CborMajor.ONE_BYTE));
    }

    private long argument(int bytes) {
        long argument = 0;
        for (int i = 0; i < bytes; i++) {
            argument = argument << 8 | Byte.toUnsignedInt(next());
        }
        require(argument >= 0, "a number too large");
        long leastOfThisForm = bytes == 1 ? CborMajor.ONE_BYTE : 1L << bytes * 4;
        require(argument >= leastOfThisForm, "a head longer than needed");
        return argument;
    }

    private byte next() {
        require(in.hasRemaining(), "too few bytes");
        return in.get();
    }

    private static void require(boolean holds, String found) {
        if (!holds) {
            throw new IllegalArgumentException("found " + found);
        }
    }
}
