package io.keyledger.embedded;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * The folder that holds everything, owned by this process until closed. The lock is the operating
 * system's, so it ends with the process however that ends; its file names the process.
 */
public final class DataDirectory implements AutoCloseable {

    private static final String LOCK = "keyledger.lock";
    private static final long LEAST_FREE_BYTES = 200L << 20;

    private final Path path;
    private final FileChannel lockFile;

    private DataDirectory(Path path, FileChannel lockFile) {
        this.path = path;
        this.lockFile = lockFile;
    }

    /**
     * Creates the folder if it is missing and takes it.
     *
     * @throws StartFailure if it cannot be written, has too little room or is another process's
     */
    public static DataDirectory take(Path path) {
        Path absolute = path.toAbsolutePath().normalize();
        try {
            Files.createDirectories(absolute);
            DataDirectory taken = new DataDirectory(absolute, lock(absolute));
            taken.refuseIfFull();
            return taken;
        } catch (IOException e) {
            throw new StartFailure("The data directory " + absolute + " cannot be written.", e);
        }
    }

    public Path path() {
        return path;
    }

    public Path resolve(String name) {
        return path.resolve(name);
    }

    @Override
    public void close() throws IOException {
        lockFile.close();
    }

    private void refuseIfFull() throws IOException {
        long free = Files.getFileStore(path).getUsableSpace();
        if (free < LEAST_FREE_BYTES) {
            close();
            throw new StartFailure(
                    "The disk of %s is full: %d MiB are free, %d MiB are needed to start."
                            .formatted(path, free >> 20, LEAST_FREE_BYTES >> 20));
        }
    }

    private static FileChannel lock(Path folder) throws IOException {
        Path file = folder.resolve(LOCK);
        FileChannel channel =
                FileChannel.open(
                        file,
                        StandardOpenOption.CREATE,
                        StandardOpenOption.READ,
                        StandardOpenOption.WRITE);
        if (tryLock(channel) == null) {
            channel.close();
            throw new StartFailure(
                    "Another Keyledger (process %s) runs on %s; stop it, or choose another folder with KEYLEDGER_DATA."
                            .formatted(Files.readString(file).strip(), folder));
        }
        channel.truncate(0);
        byte[] pid =
                Long.toString(ProcessHandle.current().pid()).getBytes(StandardCharsets.US_ASCII);
        channel.write(ByteBuffer.wrap(pid), 0);
        return channel;
    }

    private static @Nullable FileLock tryLock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException _) {
            return null;
        }
    }
}
