package io.keyledger.embedded;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** One attempt to get a server running on a data directory. */
final class Launch {

    private static final int TRIES = 10;
    private static final int BETWEEN_TRIES_MILLIS = 500;
    private static final String RECOVERY_SECONDS = "600";

    private final DataDirectory data;
    private final Path binaries;
    private final Cluster cluster;
    private final ServerLog log;
    private final boolean durable;

    private Launch(DataDirectory data, Path binaries, boolean durable) throws IOException {
        this.data = data;
        this.binaries = binaries;
        this.cluster = Cluster.in(data);
        this.log = ServerLog.startedIn(data.resolve("logs"));
        this.durable = durable;
    }

    static EmbeddedServer of(
            DataDirectory data, Path binaries, boolean durable, Consumer<String> progress) {
        try {
            Cluster.in(data).refuseOtherVersion();
            Launch launch = new Launch(data, binaries, durable);
            try {
                return launch.run(progress);
            } catch (IOException e) {
                throw launch.log.explain(data.path(), e);
            }
        } catch (IOException e) {
            throw DiskTrouble.in(data.path(), e);
        }
    }

    private EmbeddedServer run(Consumer<String> progress) throws IOException {
        Programs programs = new Programs(Binaries.unpackedBelow(binaries), log.file());
        programs.refuseRootWithoutNamespace();
        Optional<ServerProcess> orphan = ServerProcess.of(cluster.files());
        if (orphan.isPresent()) {
            progress.accept(
                    "Stopping a database server left behind (process %d)"
                            .formatted(orphan.get().pid()));
            orphan.get().stop(programs);
        }
        String password = cluster.prepare(programs, durable);
        return new EmbeddedServer(programs, cluster, start(programs), password);
    }

    /** What is in the way for a moment: somebody took the port, the children of a killed server. */
    private int start(Programs programs) throws IOException {
        for (int tries = 1; ; tries++) {
            int port = freePort();
            if (programs.run("pg_ctl", arguments(port))) {
                return port;
            }
            if (tries == TRIES || !log.saysThatItWillPass()) {
                throw new IOException("pg_ctl start failed");
            }
            pause();
        }
    }

    private List<String> arguments(int port) {
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
