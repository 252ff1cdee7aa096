package io.keyledger.console.export;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.StandardOpenOption;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/**
 * A table as it is kept: compressed, in a file that loses its name as it is opened. Nobody else can
 * open it, and it is gone with this or, whatever happens, with the process.
 */
final class Spool implements AutoCloseable {

    private static final int BUFFER = 1 << 16;

    private final FileChannel file;
    private final Room.Place place;
    private long kept;
    private long length;
    private boolean closed;

    private Spool(FileChannel file, Room.Place place) {
        this.file = file;
        this.place = place;
    }

    static Spool create(Room.Place place) throws IOException {
        return new Spool(
                FileChannel.open(
                        Files.createTempFile("keyledger-export-", ".csv.gz"),
                        StandardOpenOption.READ,
                        StandardOpenOption.WRITE,
                        StandardOpenOption.DELETE_ON_CLOSE),
                place);
    }

    /** Where to write it, once. */
    OutputStream writer() throws IOException {
        OutputStream compressed =
                new GZIPOutputStream(new BufferedOutputStream(new Kept(), BUFFER), BUFFER);
        return new Counted(compressed);
    }

    /** How long it is when it is taken away. */
    synchronized long length() {
        return length;
    }

    /** The whole of it, for as many as read it at once. */
    InputStream reader() throws IOException {
        return new GZIPInputStream(new Read(), BUFFER);
    }

    @Override
    public synchronized void close() throws IOException {
        if (!closed) {
            closed = true;
            place.giveBack(kept);
            file.close();
        }
    }

    private synchronized void keep(ByteBuffer bytes) throws IOException {
        if (!closed) {
            place.take(bytes.remaining());
            kept += bytes.remaining();
        }
        try {
            while (bytes.hasRemaining()) {
                file.write(bytes);
            }
        } catch (IOException failure) {
            throw new Unwritten(failure);
        }
    }

    private synchronized void count(int bytes) {
        length += bytes;
    }

    private final class Kept extends OutputStream {

        @Override
        public void write(int one) throws IOException {
            write(new byte[] {(byte) one}, 0, 1);
        }

        @Override
        public void write(byte[] bytes, int from, int count) throws IOException {
            keep(ByteBuffer.wrap(bytes, from, count));
        }
    }

    private final class Counted extends OutputStream {

        private final OutputStream out;

        private Counted(OutputStream out) {
            this.out = out;
        }

        @Override
        public void write(int one) throws IOException {
            out.write(one);
            count(1);
        }

        @Override
        public void write(byte[] bytes, int from, int count) throws IOException {
            out.write(bytes, from, count);
            count(count);
        }

        @Override
        public void close() throws IOException {
            out.close();
        }
    }

    private final class Read extends InputStream {

        private long position;

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] bytes, int from, int count) throws IOException {
            int read = file.read(ByteBuffer.wrap(bytes, from, count), position);
            position += Math.max(0, read);
            return read;
        }
    }
}
