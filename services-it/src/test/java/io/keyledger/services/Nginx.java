package io.keyledger.services;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** An nginx of this machine. */
final class Nginx {

    private static final List<String> PLACES =
            List.of("/usr/sbin", "/usr/bin", "/usr/local/bin", "/opt/homebrew/bin");

    /** Set where tests must run behind it, so that none passes by being skipped. */
    private static final String REQUIRED = "KEYLEDGER_NGINX_REQUIRED";

    private Nginx() {}

    static Optional<Path> program() {
        Stream<String> path = Stream.of(System.getenv("PATH").split(":"));
        Optional<Path> program =
                Stream.concat(path, PLACES.stream())
                        .map(folder -> Path.of(folder, "nginx"))
                        .filter(Files::isExecutable)
                        .findFirst();
        if (program.isEmpty() && System.getenv(REQUIRED) != null) {
            throw new IllegalStateException("NGINX IS MISSING. Install nginx.");
        }
        return program;
    }

    /** Runs it in the foreground, so that it ends with its process. */
    static Node start(String name, Path folder, Path program, Path configuration)
            throws IOException {
        String directives = isRoot() ? "daemon off; user root;" : "daemon off;";
        List<String> command =
                List.of(
                        program.toString(),
                        "-e",
                        "stderr",
                        "-c",
                        configuration.toString(),
                        "-g",
                        directives);
        return Node.start(name, folder, command, Map.of());
    }

    private static boolean isRoot() {
        return System.getProperty("user.name").equals("root");
    }
}
