package io.keyledger.embedded;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * A server for tests, on a temporary folder that goes when the server is closed or the process
 * ends; one whose process was killed goes when the next is started.
 */
public final class TemporaryServer implements AutoCloseable {

    private static final Path TEMPORARY = Path.of(System.getProperty("java.io.tmpdir"));
    private static final String PREFIX = "keyledger-scratch-";

    /** Where Linux keeps files in memory: databases are made of hundreds of files. */
    private static final Path MEMORY = Path.of("/dev/shm");

    private static final long ROOM = 4L << 30;
    private static final Duration TIME_TO_BE_TAKEN = Duration.ofMinutes(1);

    private final DataDirectory data;
    private final EmbeddedServer server;

    private TemporaryServer(DataDirectory data, EmbeddedServer server) {
        this.data = data;
        this.server = server;
    }

    /**
     * Starts one.
     *
     * @param durable whether commits reach the disk, as they do in earnest; if not, and there is
     *     room, it is all in memory
     */
    public static TemporaryServer start(boolean durable) throws IOException {
        removeLeftovers();
        DataDirectory data = DataDirectory.take(Files.createTempDirectory(place(durable), PREFIX));
        EmbeddedServer server = new Launch(data, sharedBinaries(), durable, _ -> {}).run();
        TemporaryServer started = new TemporaryServer(data, server);
        Runtime.getRuntime().addShutdownHook(new Thread(started::closeQuietly, "scratch-server"));
        return started;
    }

    public EmbeddedServer server() {
        return server;
    }

    @Override
    public synchronized void close() throws IOException {
        if (Files.exists(data.path())) {
            server.close();
            Folders.delete(data.path());
            data.close();
        }
    }

    private void closeQuietly() {
        try {
            close();
        } catch (IOException | StartFailure _) {
            // What stays is removed when the next one is started.
        }
    }

    private static Path place(boolean durable) throws IOException {
        return durable || !hasRoom(MEMORY) ? TEMPORARY : MEMORY;
    }

    private static boolean hasRoom(Path folder) throws IOException {
        return Files.isWritable(folder) && Files.getFileStore(folder).getUsableSpace() > ROOM;
    }

    private static void removeLeftovers() throws IOException {
        removeLeftovers(TEMPORARY);
        if (Files.isWritable(MEMORY)) {
            removeLeftovers(MEMORY);
        }
    }

    private static void removeLeftovers(Path place) throws IOException {
        try (DirectoryStream<Path> folders = Files.newDirectoryStream(place, PREFIX + "*")) {
            for (Path folder : folders) {
                if (isAbandonedFor(TIME_TO_BE_TAKEN, folder)) {
                    remove(folder);
                }
            }
        }
    }

    private static void remove(Path folder) throws IOException {
        try (DataDirectory data = DataDirectory.take(folder)) {
            Optional<ServerProcess> orphan = ServerProcess.of(Cluster.in(data).files());
            if (orphan.isPresent()) {
                orphan.get().kill();
            }
            Folders.delete(folder);
        } catch (StartFailure _) {
            // In use, or another user's.
        }
    }

    private static boolean isAbandonedFor(Duration age, Path folder) throws IOException {
        FileTime changed = Files.getLastModifiedTime(folder);
        return changed.toInstant().isBefore(Instant.now().minus(age));
    }

    /** In the temporary directory anybody can have put a folder of that name. */
    static Path sharedBinaries() {
        Path folder = TEMPORARY.resolve("keyledger-postgres-" + System.getProperty("user.name"));
        Path home = Path.of(System.getProperty("user.home"));
        try {
            DataDirectory.createPrivately(folder);
            if (!Files.getOwner(folder).equals(Files.getOwner(home))) {
                throw new StartFailure("The folder " + folder + " is somebody else's.");
            }
            return folder;
        } catch (IOException e) {
            throw DiskTrouble.in(folder, e);
        }
    }
}
