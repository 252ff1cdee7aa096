package io.keyledger.testsupport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import static java.util.Objects.requireNonNull;

import io.keyledger.database.DatabaseSetup;
import io.keyledger.database.Migrations;
import io.keyledger.database.NewerDatabase;
import io.keyledger.database.Role;

import org.flywaydb.core.api.exception.FlywayValidateException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

import javax.sql.DataSource;

class ScratchDatabaseTest {

    private static final String WAITING =
            """
            SELECT count(*) FROM pg_locks l JOIN pg_stat_activity a USING (pid)
             WHERE NOT l.granted AND a.datname = current_database()
            """;

    private static final String BACKEND = "SELECT pg_backend_pid()";

    private static final String LOCKED =
            "SELECT count(*) FROM pg_locks l JOIN pg_database d ON d.oid = l.database"
                    + " WHERE l.locktype = 'advisory' AND d.datname = current_database()";

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
    void aConnectionIsLentAgainWithNothingLeftOfWhoHadItBefore() throws SQLException {
        try (ScratchDatabase database = ScratchDatabase.create()) {
            String first = one(database.query(), BACKEND);
            try (Connection connection = database.query().getConnection();
                    Statement statement = connection.createStatement()) {
                statement.execute("SET search_path = store; SELECT pg_advisory_lock(1)");
                connection.setReadOnly(true);
                connection.setAutoCommit(false);
                statement.execute("SELECT FROM store.identity");
            }
            assertThat(one(database.query(), BACKEND)).isEqualTo(first);
            assertThat(one(database.query(), "SHOW search_path")).doesNotContain("store");
            assertThat(one(database.query(), "SHOW transaction_read_only")).isEqualTo("off");
            assertThat(one(database.superuser(), LOCKED)).isEqualTo("0");
            assertThat(
                            one(
                                    database.superuser(),
                                    "SELECT pg_terminate_backend(" + first + ", 5000)"))
                    .isEqualTo("t");
            assertThat(one(database.query(), BACKEND)).isNotEqualTo(first);
        }
    }

    @Test
    void whoClosesAConnectionThatTheServerHasEndedIsNotTroubled() throws SQLException {
        try (ScratchDatabase database = ScratchDatabase.create()) {
            Connection closed = database.query().getConnection();
            try (Connection connection = closed;
                    Statement statement = connection.createStatement();
                    ResultSet backend = statement.executeQuery(BACKEND)) {
                backend.next();
                one(
                        database.superuser(),
                        "SELECT pg_terminate_backend(" + backend.getString(1) + ", 5000)");
                connection.setAutoCommit(false);
            }
            assertThat(closed.isClosed()).isTrue();
            assertThatThrownBy(closed::createStatement).isInstanceOf(SQLException.class);
            assertThat(count(database.query(), "store.identity")).isEqualTo(1);
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
    void twoMigratorsAtOnceMakeOneSchema() throws Exception {
        ScratchServer server = ScratchServer.shared();
        DatabaseSetup.prepare(server.superuser("postgres"), "raced", _ -> ScratchServer.PASSWORD);
        DataSource owner = server.dataSource("raced", Role.OWNER);
        try (ExecutorService threads = Executors.newFixedThreadPool(4)) {
            List<Future<?>> migrators =
                    Stream.<Future<?>>generate(
                                    () -> threads.submit(() -> Migrations.migrate(owner)))
                            .limit(4)
                            .toList();
            for (Future<?> migrator : migrators) {
                migrator.get(60, TimeUnit.SECONDS);
            }
            assertThat(count(owner, "store.identity")).isEqualTo(1);
        } finally {
            server.drop("raced");
        }
    }

    /** PostgreSQL refuses the second of two that grant at once, who has waited for the first. */
    @Test
    void whoGrantsWhenAnotherDoesWaitsForIt() throws Exception {
        String script = text("/db/migration/afterMigrate__version_is_readable.sql");
        try (ScratchDatabase database = ScratchDatabase.create();
                Connection first = database.owner().getConnection();
                Statement granting = first.createStatement();
                ExecutorService threads = Executors.newSingleThreadExecutor()) {
            run(
                    database.owner(),
                    "REVOKE SELECT ON flyway.flyway_schema_history FROM keyledger_query");
            first.setAutoCommit(false);
            granting.execute(script);
            Future<?> second = threads.submit(() -> Migrations.migrate(database.owner()));
            while (one(database.superuser(), WAITING).equals("0") && !second.isDone()) {
                Thread.sleep(10);
            }
            first.commit();
            second.get(60, TimeUnit.SECONDS);
            assertThat(count(database.query(), "flyway.flyway_schema_history")).isPositive();
        }
    }

    @Test
    void theDatabaseOrdersByCodePointAndLetsNobodyElseIn() throws SQLException {
        try (ScratchDatabase database = ScratchDatabase.create()) {
            assertThat(
                            one(
                                    database.query(),
                                    "SELECT datlocale || ' ' || pg_encoding_to_char(encoding) || ' '"
                                            + " || pg_get_userbyid(datdba) FROM pg_database"
                                            + " WHERE datname = current_database()"))
                    .isEqualTo("C.UTF-8 UTF8 keyledger_owner");
            assertThat(
                            one(
                                    database.superuser(),
                                    "SELECT count(*) FROM pg_roles WHERE rolname LIKE 'keyledger%'"
                                            + " AND (rolsuper OR rolcreatedb OR rolcreaterole)"))
                    .isEqualTo("0");
            assertThatThrownBy(() -> run(database.command(), "CREATE TEMP TABLE t (i int)"))
                    .isInstanceOf(SQLException.class);
            assertThatThrownBy(() -> run(database.query(), "CREATE TABLE public.t (i int)"))
                    .isInstanceOf(SQLException.class);
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

    @Test
    void aSchemaThatOtherMigrationsMadeIsLeftAlone() throws SQLException {
        try (ScratchDatabase database = ScratchDatabase.create()) {
            run(
                    database.owner(),
                    "UPDATE flyway.flyway_schema_history SET checksum = 7 WHERE version = '2'");
            assertThatThrownBy(() -> Migrations.migrate(database.owner()))
                    .isInstanceOf(FlywayValidateException.class)
                    .hasMessageContaining("version 2");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "store.domain_event",
                "store.key_use_record",
                "store.key_use_batch",
                "ledger.entry"
            })
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

    private static String text(String resource) throws IOException {
        try (InputStream in = requireNonNull(Migrations.class.getResourceAsStream(resource))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static void run(DataSource source, String sql) throws SQLException {
        try (Connection connection = source.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static long count(DataSource source, String table) throws SQLException {
        return Long.parseLong(one(source, "SELECT count(*) FROM " + table));
    }

    private static String one(DataSource source, String query) throws SQLException {
        try (Connection connection = source.getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            rows.next();
            return rows.getString(1);
        }
    }
}
