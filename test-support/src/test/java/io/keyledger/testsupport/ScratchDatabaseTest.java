package io.keyledger.testsupport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.keyledger.database.Migrations;
import io.keyledger.database.NewerDatabase;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

import javax.sql.DataSource;

class ScratchDatabaseTest {

    @Test
    void holdsTodaysSchemaAndIsNobodyElses() throws SQLException {
        try (ScratchDatabase one = ScratchDatabase.create();
                ScratchDatabase two = ScratchDatabase.create()) {
            run(one.owner(), "INSERT INTO access.workspace VALUES ('acme', 'Acme', 0)");
            assertThat(count(one.query(), "access.workspace")).isEqualTo(1);
            assertThat(count(two.query(), "access.workspace")).isZero();
        }
    }

    @Test
    void migratingTwiceChangesNothing() throws SQLException {
        try (ScratchDatabase database = ScratchDatabase.create()) {
            Migrations.migrate(database.owner());
            assertThat(count(database.query(), "store.identity")).isEqualTo(1);
        }
    }

    @Test
    void dataOfANewerVersionIsLeftAlone() throws SQLException {
        try (ScratchDatabase database = ScratchDatabase.create()) {
            run(
                    database.owner(),
                    "INSERT INTO flyway.flyway_schema_history SELECT 999, '999', 'of the future', type,"
                            + " script, 7, installed_by, installed_on, 1, true FROM"
                            + " flyway.flyway_schema_history WHERE version = '1'");
            assertThatThrownBy(() -> Migrations.migrate(database.owner()))
                    .isInstanceOf(NewerDatabase.class)
                    .hasMessageContaining("schema 999");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"store.domain_event", "store.key_use_record", "ledger.entry"})
    void nobodyChangesWhatWasRecorded(String table) {
        try (ScratchDatabase database = ScratchDatabase.create()) {
            for (DataSource role :
                    new DataSource[] {database.owner(), database.command(), database.query()}) {
                assertThatThrownBy(() -> run(role, "DELETE FROM " + table))
                        .isInstanceOf(SQLException.class);
                assertThatThrownBy(() -> run(role, "UPDATE " + table + " SET workspace = 'x'"))
                        .isInstanceOf(SQLException.class);
                assertThatThrownBy(() -> run(role, "TRUNCATE " + table + " CASCADE"))
                        .isInstanceOf(SQLException.class);
            }
        }
    }

    private static void run(DataSource source, String sql) throws SQLException {
        try (Connection connection = source.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static long count(DataSource source, String table) throws SQLException {
        try (Connection connection = source.getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SELECT count(*) FROM " + table)) {
            rows.next();
            return rows.getLong(1);
        }
    }
}
