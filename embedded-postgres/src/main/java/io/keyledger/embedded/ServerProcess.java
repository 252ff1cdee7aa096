package io.keyledger.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The living server of a data directory, whoever started it. */
record ServerProcess(ProcessHandle handle, Path pidFile) {

    private static final Duration FOR_A_FAST_STOP = Duration.ofSeconds(45);
    private static final Duration FOR_AN_IMMEDIATE_STOP = Duration.ofSeconds(15);
    private static final Duration CLOCK_TOLERANCE = Duration.ofSeconds(10);
    private static final int START_LINE = 2;
    private static final int POLL_MILLIS = 20;

    /**
     * Finds the server by the process id that it keeps in its files. Since then the id can have
     * been given to another program; the file is then removed, for the server would take that
     * program for itself and refuse to start.
     */
    static Optional<ServerProcess> of(Path files) throws IOException {
        Path pidFile = files.resolve("postmaster.pid");
        List<String> lines = lines(pidFile);
        if (lines.size() <= START_LINE || !lines.getFirst().matches("\\d{1,10}")) {
            return Optional.empty();
        }
        Optional<ProcessHandle> named = ProcessHandle.of(Long.parseLong(lines.getFirst()));
        Optional<ServerProcess> server =
                named.filter(handle -> isServer(handle, files, lines.get(START_LINE)))
                        .map(handle -> new ServerProcess(handle, pidFile));
        if (server.isEmpty() && named.flatMap(handle -> handle.info().command()).isPresent()) {
            Files.deleteIfExists(pidFile);
        }
        return server;
    }

    /** Stops the server of a data directory, if there is one. */
    static void stop(Path files, Programs programs) throws IOException {
        Optional<ServerProcess> server = of(files);
        if (server.isPresent()) {
            server.get().stop(programs);
        }
    }

    long pid() {
        return handle.pid();
    }

    /**
     * Ends it: fast, which rolls open transactions back, else at once, which leaves recovery to the
     * next start. Commits stay either way.
     */
    void stop(Programs programs) throws IOException {
        if (!ends(programs, "INT", FOR_A_FAST_STOP)
                && !ends(programs, "QUIT", FOR_AN_IMMEDIATE_STOP)) {
            throw new StartFailure(
                    "The database server (process %d) does not end; end it and start again."
                            .formatted(pid()));
        }
    }

    /** Ends one whose data nobody wants. */
    void kill() {
        handle.destroyForcibly();
    }

    /** Its file goes last. Where nobody reaps the process, it stays as if alive. */
    private boolean ends(Programs programs, String signal, Duration patience) throws IOException {
        programs.run("pg_ctl", List.of("kill", signal, Long.toString(pid())));
        Instant until = Instant.now().plus(patience);
        while (handle.isAlive() && Files.exists(pidFile)) {
            if (Instant.now().isAfter(until)) {
                return false;
            }
            pause();
        }
        return true;
    }

    private static void pause() throws IOException {
        try {
            Thread.sleep(POLL_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while the database server was ending", e);
        }
    }

    /** None if the file is not there, which it stops being while the server ends. */
    private static List<String> lines(Path pidFile) throws IOException {
        try {
            return Files.readAllLines(pidFile).stream().map(String::strip).toList();
        } catch (NoSuchFileException _) {
            return List.of();
        }
    }

    private static boolean isServer(ProcessHandle handle, Path files, String startedAt) {
        ProcessHandle.Info info = handle.info();
        return info.command().map(command -> command.endsWith("postgres")).orElse(false)
                && (isStartedAt(info, startedAt) || isStartedOn(info, files));
    }

    private static boolean isStartedAt(ProcessHandle.Info info, String epochSecond) {
        return epochSecond.matches("\\d{1,12}")
                && info.startInstant()
                        .map(Instant.ofEpochSecond(Long.parseLong(epochSecond))::until)
                        .filter(apart -> apart.abs().compareTo(CLOCK_TOLERANCE) < 0)
                        .isPresent();
    }

    private static boolean isStartedOn(ProcessHandle.Info info, Path files) {
        return info.arguments()
                .filter(arguments -> List.of(arguments).contains(files.toString()))
                .isPresent();
    }
}
