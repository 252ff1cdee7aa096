package io.keyledger.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

import javax.sql.DataSource;

class EmbeddedServerTest {

    /** Shared, since unpacking takes seconds. */
    private static final Path BINARIES = TemporaryServer.sharedBinaries();

    @TempDir private Path folder;
    private final List<String> progress = new ArrayList<>();

    @Test
    void isDurableAndKeepsWhatWasCommittedOverRestartAndKill() throws Exception {
        try (DataDirectory data = DataDirectory.take(folder)) {
            try (EmbeddedServer server = start(data)) {
                assertThat(one(server.superuser(), "SHOW fsync")).isEqualTo("on");
                assertThat(one(server.superuser(), "SHOW synchronous_commit")).isEqualTo("on");
                assertThat(one(server.superuser(), "SHOW full_page_writes")).isEqualTo("on");
                run(server.superuser(), "CREATE TABLE kept AS SELECT 'first' AS what");
            }
            try (EmbeddedServer server = start(data)) {
                assertThat(one(server.superuser(), "SELECT what FROM kept")).isEqualTo("first");
                run(server.superuser(), "UPDATE kept SET what = 'second'");
                killServer();
            }
            try (EmbeddedServer server = start(data)) {
                assertThat(one(server.superuser(), "SELECT what FROM kept")).isEqualTo("second");
            }
        }
    }

    @Test
    void commitsWaitForShortFilesOfTheLogAtMostAndItsBufferIsLongerThanOne() throws Exception {
        try (DataDirectory data = DataDirectory.take(folder);
                EmbeddedServer server = start(data)) {
            assertThat(one(server.superuser(), "SHOW wal_segment_size")).isEqualTo("1MB");
            assertThat(one(server.superuser(), "SHOW wal_buffers")).isEqualTo("8MB");
        }
    }

    /** Queues of what is not in the ledger yet are vacuumed as often as that. */
    @Test
    void vacuumsEachQuarterOfAMinute() throws Exception {
        try (DataDirectory data = DataDirectory.take(folder);
                EmbeddedServer server = start(data)) {
            assertThat(one(server.superuser(), "SHOW autovacuum_naptime")).isEqualTo("15s");
        }
    }

    @Test
    void aServerLeftBehindIsStoppedFirst() throws Exception {
        try (DataDirectory data = DataDirectory.take(folder)) {
            EmbeddedServer abandoned = start(data);
            run(abandoned.superuser(), "CREATE TABLE kept AS SELECT 'safe' AS what");
            long pid = serverPid();
            try (EmbeddedServer server = start(data)) {
                assertThat(progress).anyMatch(line -> line.contains("process " + pid));
                assertThat(serverPid()).isNotEqualTo(pid);
                assertThat(ended(pid)).isTrue();
                assertThat(one(server.superuser(), "SELECT what FROM kept")).isEqualTo("safe");
            }
        }
    }

    @Test
    void whoGivesAStartUpLeavesNoServer() throws Exception {
        try (DataDirectory data = DataDirectory.take(folder)) {
            start(data).close();
            for (int millis : new int[] {0, 20, 40, 80, 160, 1_000}) {
                Launch launch = launch(data);
                CompletableFuture<EmbeddedServer> start =
                        CompletableFuture.supplyAsync(launch::run);
                Thread.sleep(millis);
                launch.close();
                assertThat(serverPidFile()).as("given up after %d ms", millis).doesNotExist();
                if (start.handle((_, failure) -> failure).join() instanceof Throwable failure) {
                    assertThat(failure).hasRootCauseMessage("The start was given up.");
                }
            }
        }
    }

    @Test
    void nothingIsStartedAnyMoreByOneThatWasGivenUp() throws Exception {
        try (DataDirectory data = DataDirectory.take(folder)) {
            Launch launch = launch(data);
            launch.close();
            assertThatThrownBy(launch::run).hasMessage("The start was given up.");
            assertThat(folder.resolve("postgres")).doesNotExist();
        }
    }

    @Test
    void nobodyGetsInWithoutThePassword() throws Exception {
        try (DataDirectory data = DataDirectory.take(folder);
                EmbeddedServer server = start(data)) {
            assertThatThrownBy(
                            () ->
                                    run(
                                            server.dataSource("postgres", "postgres", "guess"),
                                            "SELECT 1"))
                    .isInstanceOf(SQLException.class)
                    .hasMessageContaining("password");
            assertThat(Files.getPosixFilePermissions(folder.resolve("postgres.password")))
                    .hasSize(2);
        }
    }

    @Test
    void anotherProgramThatGotTheNumberOfTheServerIsLeftAlone() throws Exception {
        Process other = new ProcessBuilder("sleep", "60").start();
        try (DataDirectory data = DataDirectory.take(folder)) {
            start(data).close();
            Files.writeString(
                    serverPidFile(),
                    other.pid() + "\n" + folder.resolve("postgres") + "\n1700000000\n");
            try (EmbeddedServer server = start(data)) {
                assertThat(one(server.superuser(), "SELECT 'up'")).isEqualTo("up");
                assertThat(other.isAlive()).isTrue();
                assertThat(progress).isEmpty();
            }
        } finally {
            other.destroyForcibly();
        }
    }

    @Test
    void anInterruptedFirstStartIsMadeUpFor() throws Exception {
        Path unfinished = Files.createDirectories(folder.resolve("postgres.unfinished/base"));
        Files.writeString(unfinished.resolve("1"), "half a file");
        try (DataDirectory data = DataDirectory.take(folder);
                EmbeddedServer server = Launch.on(data, progress::add).run()) {
            assertThat(one(server.superuser(), "SELECT 'up'")).isEqualTo("up");
            assertThat(folder.resolve("postgres.unfinished")).doesNotExist();
            assertThat(folder.resolve("postgres-binaries"))
                    .isDirectoryNotContaining("glob:**/unfinished-*")
                    .isDirectoryContaining("glob:**/" + Cluster.MAJOR + ".*");
        }
    }

    @Test
    void aLoginIsQuickSinceNobodyChosePasswords() throws Exception {
        try (DataDirectory data = DataDirectory.take(folder);
                EmbeddedServer server = start(data)) {
            run(server.superuser(), "CREATE ROLE another PASSWORD 'of 24 random bytes'");
            assertThat(
                            one(
                                    server.superuser(),
                                    "SELECT string_agg(split_part(rolpassword, ':', 1), ' ')"
                                            + " FROM pg_authid WHERE rolpassword IS NOT NULL"))
                    .isEqualTo("SCRAM-SHA-256$1 SCRAM-SHA-256$1");
        }
    }

    @Test
    void valuesInFailedStatementsStayOutOfTheLog() throws Exception {
        try (DataDirectory data = DataDirectory.take(folder);
                EmbeddedServer server = start(data)) {
            assertThatThrownBy(() -> run(server.superuser(), "SELECT 'tell-nobody'::int"))
                    .hasMessageContaining("tell-nobody");
        }
        assertThat(folder.resolve("logs/postgres.log"))
                .content()
                .contains("database system is ready")
                .doesNotContain("tell-nobody");
    }

    @Test
    void aLostPasswordFileIsNamed() throws Exception {
        Files.createDirectories(folder.resolve("postgres"));
        try (DataDirectory data = DataDirectory.take(folder)) {
            assertThatThrownBy(() -> start(data))
                    .isInstanceOf(StartFailure.class)
                    .hasMessageContaining("postgres.password is missing");
        }
    }

    @Test
    void aServerThatCannotStartSaysWhy() throws Exception {
        try (DataDirectory data = DataDirectory.take(folder)) {
            start(data).close();
            Files.writeString(folder.resolve("postgres/postgresql.conf"), "nonsense = on\n");
            assertThatThrownBy(() -> start(data))
                    .isInstanceOf(StartFailure.class)
                    .hasMessageContaining("postgresql.conf\" contains errors");
        }
    }

    @Test
    void dataOfAnotherPostgresIsLeftAlone() throws Exception {
        Files.createDirectories(folder.resolve("postgres"));
        Files.writeString(folder.resolve("postgres/PG_VERSION"), "99\n");
        try (DataDirectory data = DataDirectory.take(folder)) {
            assertThatThrownBy(() -> start(data))
                    .isInstanceOf(StartFailure.class)
                    .hasMessageContaining("PostgreSQL 99");
        }
        assertThat(folder.resolve("postgres")).isDirectoryContaining("glob:**/PG_VERSION");
    }

    private EmbeddedServer start(DataDirectory data) {
        return launch(data).run();
    }

    private Launch launch(DataDirectory data) {
        return new Launch(data, BINARIES, true, progress::add);
    }

    private static boolean ended(long pid) throws Exception {
        for (int tries = 0; tries < 50; tries++) {
            if (ProcessHandle.of(pid).filter(ProcessHandle::isAlive).isEmpty()) {
                return true;
            }
            Thread.sleep(100);
        }
        return false;
    }

    private void killServer() throws Exception {
        ProcessHandle server = ProcessHandle.of(serverPid()).orElseThrow();
        server.destroyForcibly();
        server.onExit().get(10, TimeUnit.SECONDS);
    }

    private long serverPid() throws Exception {
        return Long.parseLong(Files.readAllLines(serverPidFile()).getFirst());
    }

    private Path serverPidFile() {
        return folder.resolve("postgres/postmaster.pid");
    }

    private static void run(DataSource source, String sql) throws SQLException {
        try (Connection connection = source.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static String one(DataSource source, String sql) throws SQLException {
        try (Connection connection = source.getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getString(1);
        }
    }
}
