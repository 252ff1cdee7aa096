package io.keyledger.embedded;

import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.READ;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The folder that holds everything, owned by this process until closed. The lock is the operating
 * system's, so it ends with the process however that ends; its file names the process.
 */
public final class DataDirectory implements AutoCloseable {

    private static final String LOCK = "keyledger.lock";
    private static final long LEAST_FREE_BYTES = 200L << 20;

    /** Closing any channel on the lock's file would release the lock of the whole process. */
    private static final Set<Path> TAKEN = ConcurrentHashMap.newKeySet();

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
            createPrivately(absolute);
            Path real = absolute.toRealPath();
            DataDirectory taken = new DataDirectory(real, lock(real));
            taken.refuseIfFull();
            return taken;
        } catch (IOException e) {
            throw DiskTrouble.in(absolute, e);
        }
    }

    /** What is there already keeps the rights it has. */
    static void createPrivately(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            Files.createDirectories(
                    folder,
                    PosixFilePermissions.asFileAttribute(
                            PosixFilePermissions.fromString("rwx------")));
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
        TAKEN.remove(path);
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
        if (!TAKEN.add(folder)) {
            throw inUse(folder, Long.toString(ProcessHandle.current().pid()));
        }
        FileChannel channel = null;
        try {
            channel = FileChannel.open(file, CREATE, READ, WRITE);
            if (channel.tryLock() == null) {
                throw inUse(folder, Files.readString(file).strip());
            }
            name(channel, ProcessHandle.current().pid());
            return channel;
        } catch (IOException | StartFailure e) {
            TAKEN.remove(folder);
            if (channel != null) {
                channel.close();
            }
            throw e;
        }
    }

    private static void name(FileChannel file, long pid) throws IOException {
        file.truncate(0);
        file.write(ByteBuffer.wrap(Long.toString(pid).getBytes(StandardCharsets.US_ASCII)), 0);
    }

    private static StartFailure inUse(Path folder, String pid) {
        return new StartFailure(
                "Another Keyledger (process %s) runs on %s; stop it, or choose another folder with KEYLEDGER_DATA."
                        .formatted(pid, folder));
    }
}
