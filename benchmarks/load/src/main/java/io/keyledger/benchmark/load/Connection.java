package io.keyledger.benchmark.load;

import java.io.EOFException;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;

/**
 * One request after another over HTTP/1.1 (RFC 9112), of which the status is all that counts.
 * Answers must say how long they are; requests must fit into a socket's buffer. One thread may
 * send, and another receive.
 */
final class Connection {

    /** A request is under way, of whose answer not all has come. */
    static final int NOT_YET = -1;

    private static final int BUFFER_BYTES = 1 << 16;
    private static final byte[] LENGTH = "content-length: ".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] CLOSE = "connection: close".getBytes(StandardCharsets.US_ASCII);
    private static final int STATUS_AT = "HTTP/1.1 ".length();
    private static final int STATUS_LENGTH = 3;

    private final SocketChannel channel;
    private final ByteBuffer buffer = ByteBuffer.allocate(BUFFER_BYTES);
    private long due;
    private int status = NOT_YET;
    private boolean last;
    private long bodyLeft;

    Connection(InetSocketAddress server, Selector selector) throws IOException {
        channel = SocketChannel.open(server);
        channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
        channel.configureBlocking(false);
        channel.register(selector, SelectionKey.OP_READ, this);
    }

    /** Sends what was due then, by {@link System#nanoTime()}. */
    synchronized void send(byte[] request, long wasDue) throws IOException {
        due = wasDue;
        status = NOT_YET;
        bodyLeft = 0;
        ByteBuffer bytes = ByteBuffer.wrap(request);
        while (bytes.hasRemaining()) {
            channel.write(bytes);
        }
    }

    synchronized long due() {
        return due;
    }

    /** Whether the server said that it takes no other request here. */
    synchronized boolean isLast() {
        return last;
    }

    void close() throws IOException {
        channel.close();
    }

    /**
     * The status of the answer once all of it has come.
     *
     * @throws IOException if the connection ended, or what came is no answer that says its length
     */
    synchronized int receive() throws IOException {
        if (channel.read(buffer) < 0) {
            throw new EOFException("the connection was closed");
        }
        if (status == NOT_YET && !readFields()) {
            return NOT_YET;
        }
        bodyLeft -= buffer.position();
        buffer.clear();
        return bodyLeft > 0 ? NOT_YET : status;
    }

    /** Whether all fields have come; the buffer then holds what of the body has come. */
    private boolean readFields() throws IOException {
        int end = endOfFields();
        if (end < 0) {
            if (!buffer.hasRemaining()) {
                throw new IOException("more than 64 KiB of fields");
            }
            return false;
        }
        bodyLeft = length(end);
        last = behind(CLOSE, end) >= 0;
        status = number(STATUS_AT, STATUS_AT + STATUS_LENGTH);
        buffer.limit(buffer.position()).position(end);
        buffer.compact();
        return true;
    }

    /** Where the empty line ends, or -1. */
    private int endOfFields() {
        byte[] bytes = buffer.array();
        for (int i = 3; i < buffer.position(); i++) {
            if (bytes[i] == '\n' && bytes[i - 2] == '\n') {
                return i + 1;
            }
        }
        return -1;
    }

    private int length(int end) throws IOException {
        int from = behind(LENGTH, end);
        if (from < 0) {
            throw new IOException("an answer that does not say its length");
        }
        int to = from;
        while (buffer.get(to) != '\r') {
            to++;
        }
        return number(from, to);
    }

    /** Where a line that begins so goes on, or -1; what it is to begin with is in lower case. */
    private int behind(byte[] beginning, int end) {
        for (int i = 1; i < end - beginning.length; i++) {
            if (buffer.get(i - 1) == '\n' && isAt(beginning, i)) {
                return i + beginning.length;
            }
        }
        return -1;
    }

    private boolean isAt(byte[] text, int at) {
        for (int i = 0; i < text.length; i++) {
            if (Character.toLowerCase(buffer.get(at + i)) != text[i]) {
                return false;
            }
        }
        return true;
    }

    private int number(int from, int to) {
        int number = 0;
        for (int i = from; i < to; i++) {
            number = number * 10 + buffer.get(i) - '0';
        }
        return number;
    }
}
