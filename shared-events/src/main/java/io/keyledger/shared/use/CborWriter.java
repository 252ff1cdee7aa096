package io.keyledger.shared.use;

import io.keyledger.shared.record.ByteSink;

import org.jspecify.annotations.Nullable;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import java.util.function.BiConsumer;

/**
 * Writes the few kinds of items that journal payloads are made of, in CBOR's core deterministic
 * encoding (RFC 8949, section 4.2.1): definite lengths, shortest heads.
 */
final class CborWriter {

    private final ByteSink out = new ByteSink();

    CborWriter array(int size) {
        return head(CborMajor.ARRAY, size);
    }

    <T> CborWriter list(List<T> items, BiConsumer<CborWriter, T> item) {
        array(items.size());
        items.forEach(each -> item.accept(this, each));
        return this;
    }

    CborWriter number(long number) {
        if (number < 0) {
            throw new IllegalArgumentException("journal payloads hold no negative numbers");
        }
        return head(CborMajor.UNSIGNED, number);
    }

    CborWriter bytes(byte[] bytes) {
        head(CborMajor.BYTES, bytes.length);
        out.put(bytes);
        return this;
    }

    /** What another has written, as a byte string. */
    CborWriter bytes(CborWriter other) {
        head(CborMajor.BYTES, other.out.size());
        out.put(other.out);
        return this;
    }

    CborWriter text(String text) {
        byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
        head(CborMajor.TEXT, utf8.length);
        out.put(utf8);
        return this;
    }

    CborWriter textOrNull(@Nullable String text) {
        return text == null ? none() : text(text);
    }

    CborWriter indexOrNull(@Nullable Integer index) {
        return index == null ? none() : number(index);
    }

    <T> CborWriter orNull(@Nullable T item, BiConsumer<CborWriter, T> write) {
        if (item == null) {
            return none();
        }
        write.accept(this, item);
        return this;
    }

    CborWriter uuid(UUID uuid) {
        return bytes(
                ByteBuffer.allocate(CborMajor.UUID_BYTES)
                        .putLong(uuid.getMostSignificantBits())
                        .putLong(uuid.getLeastSignificantBits())
                        .array());
    }

    /** Forgets what it has written. */
    CborWriter clear() {
        out.clear();
        return this;
    }

    byte[] toBytes() {
        return out.toBytes();
    }

    private CborWriter none() {
        out.put(CborMajor.NULL);
        return this;
    }

    private CborWriter head(int major, long argument) {
        if (argument < CborMajor.ONE_BYTE) {
            out.put(major << 5 | (int) argument);
        } else if (argument < 1L << 8) {
            longHead(major, CborMajor.ONE_BYTE, argument, 1);
        } else if (argument < 1L << 16) {
            longHead(major, CborMajor.ONE_BYTE + 1, argument, 2);
        } else if (argument < 1L << 32) {
            longHead(major, CborMajor.ONE_BYTE + 2, argument, 4);
        } else {
            longHead(major, CborMajor.ONE_BYTE + 3, argument, 8);
        }
        return this;
    }

    private void longHead(int major, int form, long argument, int bytes) {
        out.put(major << 5 | form);
        for (int shift = (bytes - 1) * 8; shift >= 0; shift -= 8) {
            out.put((int) (argument >>> shift));
        }
    }
}
