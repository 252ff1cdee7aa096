package io.keyledger.standalone.journey;

import static org.assertj.core.api.Assertions.assertThat;

import io.keyledger.testsupport.ScratchDatabase;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/** What the database itself says. */
public final class Sql {

    private Sql() {}

    public static long count(ScratchDatabase database, String from) {
        return Long.parseLong(one(database, "SELECT count(*) FROM " + from));
    }

    public static String one(ScratchDatabase database, String query) {
        List<String> found = list(database, query);
        assertThat(found).as(query).hasSize(1);
        return found.getFirst();
    }

    public static List<String> list(ScratchDatabase database, String query) {
        try (Connection connection = database.superuser().getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            List<String> found = new ArrayList<>();
            while (rows.next()) {
                found.add(rows.getString(1));
            }
            return found;
        } catch (SQLException e) {
            throw new AssertionError(query, e);
        }
    }

    static void awaitEmpty(ScratchDatabase database, String table) throws InterruptedException {
        long deadline = System.nanoTime() + 30_000_000_000L;
        while (count(database, table) > 0) {
            assertThat(System.nanoTime()).as(table + " is never empty").isLessThan(deadline);
            Thread.sleep(20);
        }
    }
}
