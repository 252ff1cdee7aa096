package io.keyledger.embedded;

import java.util.Map;

/**
 * Settings the server is started with: durable, quiet about what statements hold, for a small
 * machine.
 */
final class ServerSettings {

    /** Numbers are for one machine that runs Keyledger and its database. */
    static final Map<String, String> DURABLE =
            Map.ofEntries(
                    Map.entry("fsync", "on"),
                    Map.entry("synchronous_commit", "on"),
                    Map.entry("full_page_writes", "on"),
                    Map.entry("listen_addresses", "127.0.0.1"),
                    Map.entry("unix_socket_directories", ""),
                    Map.entry("password_encryption", "scram-sha-256"),
                    Map.entry("max_connections", "200"),
                    Map.entry("shared_buffers", "256MB"),
                    Map.entry("max_wal_size", "2GB"),
                    Map.entry("checkpoint_timeout", "15min"),
                    Map.entry("jit", "off"),
                    Map.entry("log_statement", "none"),
                    Map.entry("log_min_error_statement", "panic"),
                    Map.entry("log_parameter_max_length", "0"),
                    Map.entry("log_parameter_max_length_on_error", "0"),
                    Map.entry("log_error_verbosity", "terse"));

    private ServerSettings() {}
}
