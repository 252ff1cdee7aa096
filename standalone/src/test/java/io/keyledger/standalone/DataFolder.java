package io.keyledger.standalone;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/** A data directory, looked into from outside while its server runs. */
record DataFolder(Path path) {

    private static final int PORT_LINE = 3;

    Path postmasterPid() {
        return path.resolve("postgres/postmaster.pid");
    }

    ProcessHandle server() throws IOException {
        return ProcessHandle.of(Long.parseLong(lines().getFirst())).orElseThrow();
    }

    String one(String query) throws IOException, SQLException {
        try (Connection connection = connect();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            rows.next();
            return rows.getString(1);
        }
    }

    void run(String sql) throws IOException, SQLException {
        try (Connection connection = connect();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private Connection connect() throws IOException, SQLException {
        return DriverManager.getConnection(
                "jdbc:postgresql://127.0.0.1:" + lines().get(PORT_LINE) + "/keyledger",
                "keyledger_owner",
                Files.readString(path.resolve("keyledger_owner.password")).strip());
    }

    private List<String> lines() throws IOException {
        return Files.readAllLines(postmasterPid()).stream().map(String::strip).toList();
    }
}
