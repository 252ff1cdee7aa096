package io.keyledger.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;

/** The server's files. They appear complete or not at all. */
record Cluster(Path files, Path passwordFile) {

    static final String MAJOR = "18";

    private static final String ACCESS_RULES =
            """
            # Written by Keyledger at each start.
            host all all 127.0.0.1/32 scram-sha-256
            """;

    static Cluster in(DataDirectory data) {
        return new Cluster(data.resolve("postgres"), data.resolve("postgres.password"));
    }

    /**
     * Creates the files at the first start.
     *
     * @return the superuser's password
     */
    String prepare(Programs programs, boolean durable) throws IOException {
        if (Files.exists(files) && !Files.exists(passwordFile)) {
            throw new StartFailure(
                    "The file %s is missing; without it the database cannot be opened."
                            .formatted(passwordFile));
        }
        String password = OwnerOnlyFile.readOrCreate(passwordFile, new SecureRandom());
        if (!Files.exists(files)) {
            create(programs, durable);
        }
        Files.writeString(files.resolve("pg_hba.conf"), ACCESS_RULES);
        return password;
    }

    /**
     * @throws StartFailure if the files are of a PostgreSQL that this one does not understand
     */
    void refuseOtherVersion() throws IOException {
        Path version = files.resolve("PG_VERSION");
        if (Files.exists(version) && !Files.readString(version).strip().equals(MAJOR)) {
            throw new StartFailure(
                    "The data in %s is of PostgreSQL %s, this Keyledger brings PostgreSQL %s; nothing was changed."
                            .formatted(files, Files.readString(version).strip(), MAJOR));
        }
    }

    private void create(Programs programs, boolean durable) throws IOException {
        Path unfinished = files.resolveSibling(files.getFileName() + ".unfinished");
        Folders.delete(unfinished);
        List<String> arguments = new ArrayList<>();
        arguments.addAll(List.of("-D", unfinished.toString(), "-U", "postgres", "-E", "UTF8"));
        arguments.addAll(List.of("--locale-provider=builtin", "--builtin-locale=C.UTF-8"));
        arguments.addAll(List.of("--locale=C", "-A", "scram-sha-256", "--no-instructions"));
        arguments.addAll(List.of("--pwfile=" + passwordFile, "--set", ServerSettings.QUICK_LOGINS));
        arguments.add("--wal-segsize=" + ServerSettings.LOG_FILE_MEBIBYTES);
        if (!durable) {
            arguments.add("--no-sync");
        }
        if (!programs.run("initdb", arguments)) {
            throw new IOException("initdb failed");
        }
        Files.move(unfinished, files, StandardCopyOption.ATOMIC_MOVE);
    }
}
