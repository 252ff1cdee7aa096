package io.keyledger.testsupport;

import org.postgresql.PGConnection;
import org.postgresql.copy.CopyManager;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.stream.Stream;

import javax.sql.DataSource;

/** Puts the rows of a store that was kept in files back into its tables, triggers aside. */
final class KeptStore {

    private static final String EXTENSION = ".tsv";
    private static final List<String> SEQUENCES =
            List.of(
                    "SELECT setval('store.global_index',"
                            + " (SELECT (max(global_index) / 1024 + 1) * 1024 FROM store.record))",
                    "SELECT setval(pg_get_serial_sequence('store.personal_value', 'id'),"
                            + " (SELECT max(id) FROM store.personal_value))");

    private KeptStore() {}

    static void load(Path folder, DataSource superuser) {
        try (Connection connection = superuser.getConnection();
                Statement statement = connection.createStatement();
                Stream<Path> files = Files.list(folder)) {
            statement.execute("SET session_replication_role = replica");
            CopyManager copy = connection.unwrap(PGConnection.class).getCopyAPI();
            for (Path file : files.filter(each -> each.toString().endsWith(EXTENSION)).toList()) {
                load(file, copy, statement);
            }
            for (String sequence : SEQUENCES) {
                statement.execute(sequence);
            }
        } catch (IOException | SQLException e) {
            throw new IllegalStateException("the kept store " + folder + " cannot be loaded", e);
        }
    }

    private static void load(Path file, CopyManager copy, Statement statement)
            throws IOException, SQLException {
        String table = file.getFileName().toString().replace(EXTENSION, "");
        try (BufferedReader rows = Files.newBufferedReader(file)) {
            String columns = rows.readLine().replace('\t', ',');
            statement.execute("DELETE FROM " + table);
            copy.copyIn("COPY " + table + " (" + columns + ") FROM STDIN", rows);
        }
    }
}
