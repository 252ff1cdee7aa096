package io.keyledger.embedded;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;

/**
 * One attempt to get a server running on a data directory. Closing gives it up at whatever point it
 * is, or stops what it started: afterwards no server of it is there, nor will one be.
 */
public final class Launch implements AutoCloseable {

    private static final int TRIES = 10;
    private static final int BETWEEN_TRIES_MILLIS = 500;
    private static final int BETWEEN_LOOKS_MILLIS = 20;
    private static final String RECOVERY_SECONDS = "600";

    private final DataDirectory data;
    private final Path binaries;
    private final boolean durable;
    private final Consumer<String> progress;
    private final Cluster cluster;

    /** Held by who starts it. */
    private final ReentrantLock underWay = new ReentrantLock();

    private volatile boolean givenUp;
    private volatile @Nullable Programs programs;

    Launch(DataDirectory data, Path binaries, boolean durable, Consumer<String> progress) {
        this.data = data;
        this.binaries = binaries;
        this.durable = durable;
        this.progress = progress;
        this.cluster = Cluster.in(data);
    }

    /**
     * Of a durable server, with all that it needs in the data directory.
     *
     * @param progress is told in sentences what is done
     */
    public static Launch on(DataDirectory data, Consumer<String> progress) {
        return new Launch(data, data.resolve("postgres-binaries"), true, progress);
    }

    /**
     * Starts it, creating what is missing.
     *
     * @throws StartFailure if it cannot be started, or was given up; the message is for the person
     *     who tried
     */
    public EmbeddedServer run() {
        underWay.lock();
        try {
            refuseIfGivenUp();
            cluster.refuseOtherVersion();
            ServerLog log = ServerLog.startedIn(data.resolve("logs"));
            try {
                return run(new Programs(Binaries.unpackedBelow(binaries), log.file()), log);
            } catch (IOException e) {
                refuseIfGivenUp();
                throw log.explain(data.path(), e);
            }
        } catch (IOException e) {
            throw DiskTrouble.in(data.path(), e);
        } finally {
            underWay.unlock();
        }
    }

    /**
     * What is being started is stopped again and again until the attempt has ended, for it can
     * begin late.
     */
    @Override
    public void close() throws IOException {
        givenUp = true;
        try {
            while (!underWay.tryLock(BETWEEN_LOOKS_MILLIS, TimeUnit.MILLISECONDS)) {
                stop();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while a start was given up", e);
        }
        try {
            stop();
        } finally {
            underWay.unlock();
        }
    }

    private void stop() throws IOException {
        Programs unpacked = programs;
        if (unpacked != null) {
            ServerProcess.stop(cluster.files(), unpacked);
        }
    }

    private EmbeddedServer run(Programs unpacked, ServerLog log) throws IOException {
        unpacked.refuseRootWithoutNamespace();
        programs = unpacked;
        Optional<ServerProcess> orphan = ServerProcess.of(cluster.files());
        if (orphan.isPresent()) {
            progress.accept(
                    "Stopping a database server left behind (process %d)"
                            .formatted(orphan.get().pid()));
            orphan.get().stop(unpacked);
        }
        String password = cluster.prepare(unpacked, durable);
        return new EmbeddedServer(unpacked, cluster, start(unpacked, log), password);
    }

    /** What is in the way for a moment: somebody took the port, the children of a killed server. */
    private int start(Programs unpacked, ServerLog log) throws IOException {
        for (int tries = 1; ; tries++) {
            int port = freePort();
            if (unpacked.run("pg_ctl", arguments(port, log))) {
                return port;
            }
            if (givenUp || tries == TRIES || !log.saysThatItWillPass()) {
                throw new IOException("pg_ctl start failed");
            }
            pause();
        }
    }

    private void refuseIfGivenUp() {
        if (givenUp) {
            throw new StartFailure("The start was given up.");
        }
    }

    private List<String> arguments(int port, ServerLog log) {
        return List.of(
                "-D",
                cluster.files().toString(),
                "-l",
                log.file().toString(),
                "-t",
                RECOVERY_SECONDS,
                "-o",
                ServerSettings.arguments(port, durable),
                "-w",
                "start");
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private static void pause() throws IOException {
        try {
            Thread.sleep(BETWEEN_TRIES_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while the database server was starting", e);
        }
    }
}
