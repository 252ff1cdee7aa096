package io.keyledger.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** What the server last complained about. */
final class ServerLog {

    private ServerLog() {}

    static String lastError(Path log) {
        try {
            List<String> lines = Files.readAllLines(log);
            return lines.reversed().stream()
                    .filter(line -> line.contains("FATAL:") || line.contains("PANIC:"))
                    .findFirst()
                    .map(line -> line.replaceFirst("^.*?(FATAL|PANIC): +", ""))
                    .orElse("no reason was given");
        } catch (IOException _) {
            return "it left no log";
        }
    }
}
