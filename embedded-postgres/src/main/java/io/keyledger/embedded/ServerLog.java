package io.keyledger.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.regex.Pattern;

/** What the server says since it was started; what it said before is kept beside it once. */
record ServerLog(Path file) {

    private static final Pattern COMPLAINT = Pattern.compile("^.*?(FATAL|PANIC|error): +");
    private static final List<String> PASSING =
            List.of("Address already in use", "pre-existing shared memory block");

    static ServerLog startedIn(Path folder) throws IOException {
        Files.createDirectories(folder);
        Path file = folder.resolve("postgres.log");
        if (Files.exists(file)) {
            Files.move(
                    file,
                    folder.resolve("postgres.previous.log"),
                    StandardCopyOption.REPLACE_EXISTING);
        }
        Files.createFile(file);
        return new ServerLog(file);
    }

    boolean saysThatItWillPass() throws IOException {
        return PASSING.stream().anyMatch(text()::contains);
    }

    /** The sentence for a server that did not start. */
    StartFailure explain(Path data, IOException cause) throws IOException {
        if (DiskTrouble.isFull(cause) || DiskTrouble.isFull(text())) {
            return DiskTrouble.full(data, cause);
        }
        return new StartFailure(
                "The database did not start (%s); see %s.".formatted(lastComplaint(), file), cause);
    }

    private String lastComplaint() throws IOException {
        return text().lines().toList().reversed().stream()
                .filter(line -> COMPLAINT.matcher(line).find())
                .findFirst()
                .map(line -> COMPLAINT.matcher(line).replaceFirst(""))
                .orElse("it gave no reason");
    }

    private String text() throws IOException {
        return Files.readString(file);
    }
}
