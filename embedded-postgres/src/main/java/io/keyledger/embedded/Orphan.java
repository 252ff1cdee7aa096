package io.keyledger.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** A server that outlived the process that started it. It still owns its data directory. */
final class Orphan {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final ProcessHandle process;

    private Orphan(ProcessHandle process) {
        this.process = process;
    }

    /** The living server of a data directory, by the process id that the server keeps there. */
    static Optional<Orphan> of(Path postgresData) throws IOException {
        Path pidFile = postgresData.resolve("postmaster.pid");
        if (!Files.exists(pidFile)) {
            return Optional.empty();
        }
        List<String> lines = Files.readAllLines(pidFile);
        return lines.isEmpty() || !lines.getFirst().strip().matches("\\d{1,10}")
                ? Optional.empty()
                : ProcessHandle.of(Long.parseLong(lines.getFirst().strip()))
                        .filter(ProcessHandle::isAlive)
                        .filter(Orphan::isPostgres)
                        .map(Orphan::new);
    }

    long pid() {
        return process.pid();
    }

    /** Ends it: politely, then by force; either way it recovers what was committed. */
    void stop() {
        if (!ends(process::destroy) && !ends(process::destroyForcibly)) {
            throw new StartFailure(
                    "A database server left behind (process %d) does not end; end it and start again."
                            .formatted(process.pid()));
        }
    }

    private boolean ends(Runnable signal) {
        signal.run();
        try {
            process.onExit().get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
            return true;
        } catch (TimeoutException | ExecutionException _) {
            return false;
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** A process id can have been given to another program since. */
    private static boolean isPostgres(ProcessHandle process) {
        return process.info().command().map(command -> command.endsWith("postgres")).orElse(true);
    }
}
