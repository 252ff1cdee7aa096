package io.keyledger.embedded;

import java.util.ArrayList;
import java.util.List;

/**
 * Settings the server is started with: durable, quiet about what statements hold, for a small
 * machine.
 */
final class ServerSettings {

    /**
     * Hashing a password often makes up for what a person chose; these are 24 random bytes, and it
     * would be most of what a login takes.
     */
    static final String QUICK_LOGINS = "scram_iterations=1";

    /**
     * How long a file of the write-ahead log is, in MiB; a data directory keeps what it was made
     * with. Each file is written full of zeros before it is used for the first time, while all
     * commits wait.
     */
    static final int LOG_FILE_MEBIBYTES = 1;

    /**
     * Numbers are for one machine that runs Keyledger and its database. Errors are not logged, for
     * their texts quote values; who caused one is told.
     */
    private static final List<String> ALWAYS =
            List.of(
                    "listen_addresses=127.0.0.1",
                    "unix_socket_directories=",
                    "password_encryption=scram-sha-256",
                    QUICK_LOGINS,
                    "timezone=UTC",
                    "log_timezone=UTC",
                    "shared_buffers=256MB",
                    "max_wal_size=2GB",
                    // Kept to be used again, so that they need not be made.
                    "min_wal_size=512MB",
                    // Else no more than one file of the log.
                    "wal_buffers=8MB",
                    "checkpoint_timeout=15min",
                    "autovacuum=on",
                    // What waits for its place in the ledger is read past what has left since.
                    "autovacuum_naptime=15s",
                    // What vacuum and ANALYZE read is mostly in memory: asking a process for each
                    // block takes twice the time of reading it.
                    "io_method=sync",
                    "jit=off",
                    "logging_collector=off",
                    "log_statement=none",
                    "log_min_messages=log",
                    "log_min_error_statement=panic",
                    "log_min_duration_statement=-1",
                    "log_parameter_max_length=0",
                    "log_parameter_max_length_on_error=0",
                    "log_error_verbosity=terse");

    private static final List<String> DURABLE =
            List.of(
                    "fsync=on",
                    "synchronous_commit=on",
                    "full_page_writes=on",
                    "max_connections=200");

    private static final List<String> FORGETFUL =
            List.of(
                    "fsync=off",
                    "synchronous_commit=off",
                    "full_page_writes=off",
                    "max_connections=300");

    private ServerSettings() {}

    /** For the command line, where they win over any file. */
    static String arguments(int port, boolean durable) {
        List<String> settings = new ArrayList<>(ALWAYS);
        settings.addAll(durable ? DURABLE : FORGETFUL);
        settings.add("port=" + port);
        return "-c " + String.join(" -c ", settings);
    }
}
