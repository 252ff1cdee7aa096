package io.keyledger.shared.record;

import java.util.Arrays;

/**
 * Bytes put one behind the other. For one thread: the locks of {@link
 * java.io.ByteArrayOutputStream} cost more than its writing where bytes come one by one.
 */
public final class ByteSink {

    private static final int ROOM = 128;

    private byte[] bytes = new byte[ROOM];
    private int size;

    /** Puts the lowest eight bits. */
    public void put(int value) {
        makeRoom(1);
        bytes[size++] = (byte) value;
    }

    public void put(byte[] more) {
        put(more, more.length);
    }

    /** Puts what another has. */
    public void put(ByteSink other) {
        put(other.bytes, other.size);
    }

    public int size() {
        return size;
    }

    /** Begins anew, with the room there is. */
    public void clear() {
        size = 0;
    }

    public byte[] toBytes() {
        return Arrays.copyOf(bytes, size);
    }

    private void put(byte[] more, int length) {
        makeRoom(length);
        System.arraycopy(more, 0, bytes, size, length);
        size += length;
    }

    private void makeRoom(int more) {
        if (bytes.length - size < more) {
            bytes = Arrays.copyOf(bytes, Math.max(Math.addExact(size, more), 2 * bytes.length));
        }
    }
}
