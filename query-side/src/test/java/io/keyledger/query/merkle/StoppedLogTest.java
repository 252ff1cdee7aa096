package io.keyledger.query.merkle;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;

/** Logs that do not go on from what was signed. */
class StoppedLogTest {

    @TempDir private Path folder;
    private MerkleFixture logs;

    @BeforeEach
    void open() throws SQLException {
        logs = new MerkleFixture();
        logs.changes("acme", 10);
        logs.changes("other", 2);
        logs.sign(folder);
    }

    @AfterEach
    void close() {
        logs.close();
    }

    @Test
    void aDatabaseThatWasSetBackIsNoticedAtTheNextStartAndNothingIsSigned() throws Exception {
        logs.setBack("acme", 5);
        logs.sign(folder);
        assertThat(logs.stopped("acme")).isEqualTo("shorter-than-signed");

        logs.changes("acme", 2);
        logs.sign(folder);

        assertThat(logs.stopped("acme")).isEqualTo("shorter-than-signed");
        assertThat(logs.signedSizes("acme")).isEmpty();
        assertThat(Files.readString(folder.resolve("acme.checkpoint"))).contains("\n10\n");
    }

    @Test
    void aRunningNodeNoticesItWithTheNextEntry() throws Exception {
        Checkpointer node = logs.node(folder);
        node.step();
        logs.setBack("acme", 5);
        logs.changes("acme", 1);
        node.step();

        assertThat(logs.stopped("acme")).isEqualTo("shorter-than-signed");
    }

    @Test
    void otherEntriesInTheirPlaceAreNoticedHoweverManyThereAre() throws Exception {
        logs.setBack("acme", 5);
        logs.changes("acme", 20);
        logs.sign(folder);

        assertThat(logs.stopped("acme")).isEqualTo("differs-from-signed");
        assertThat(logs.signedSizes("acme")).isEmpty();
    }

    @Test
    void otherWorkspacesAreSignedAllTheSame() throws Exception {
        logs.setBack("acme", 5);
        logs.changes("other", 1);
        logs.sign(folder);

        assertThat(logs.signedSizes("other")).containsExactly(2L, 3L);
        assertThat(logs.stopped("other")).isEqualTo("no");
    }

    @Test
    void anotherOriginGoesOnAndIsOnRecordWithWhatWasSignedLast() throws Exception {
        String last = Files.readString(folder.resolve("acme.checkpoint"));
        logs.setBack("acme", 5);
        logs.sign(folder);

        List<LogOrigins.Started> started =
                new LogOrigins(logs.node(folder)).start("ada", "restored");
        logs.sign(folder);
        logs.changes("acme", 1);
        logs.sign(folder);

        assertThat(started)
                .containsExactly(new LogOrigins.Started("acme", 2, "shorter-than-signed"));
        assertThat(logs.stopped("acme")).isEqualTo("no");
        assertThat(logs.signedSizes("acme")).containsExactly(5L, 6L);
        assertThat(Files.readString(folder.resolve("acme.checkpoint"))).contains("/acme/2\n6\n");
        assertThat(
                        logs.superuser()
                                .sql(
                                        "SELECT started_by, reason, last_signed FROM ledger.log_origin")
                                .query()
                                .singleRow()
                                .values())
                .containsExactly("ada", "restored", last);
        logs.assertRootsAreThoseOfTheLedger("acme");
    }

    @Test
    void anOriginThatTheDatabaseHasForgottenIsNotTakenAgain() throws Exception {
        logs.setBack("acme", 5);
        logs.sign(folder);
        new LogOrigins(logs.node(folder)).start("ada", "restored");
        logs.sign(folder);
        logs.superuser()
                .sql(
                        """
                        DO $$ BEGIN
                            SET LOCAL session_replication_role = replica;
                            DELETE FROM ledger.log_origin;
                            DELETE FROM ledger.checkpoint WHERE workspace = 'acme';
                            DELETE FROM ledger.merkle_log WHERE workspace = 'acme';
                        END $$""")
                .update();
        logs.sign(folder);
        assertThat(logs.stopped("acme")).isEqualTo("origin-behind");

        assertThat(new LogOrigins(logs.node(folder)).start("ada", "restored again"))
                .containsExactly(new LogOrigins.Started("acme", 3, "origin-behind"));
    }

    @Test
    void nothingIsStartedWhereNothingIsStopped() throws Exception {
        assertThat(new LogOrigins(logs.node(folder)).start("ada", "why not")).isEmpty();
    }

    @Test
    void aWorkspaceThatIsGoneIsStopped() throws Exception {
        Files.copy(folder.resolve("acme.checkpoint"), folder.resolve("gone.checkpoint"));
        logs.sign(folder);

        assertThat(logs.stopped("gone")).isEqualTo("shorter-than-signed");
    }

    @Test
    void whatIsKeptOfAnotherStoreOrIsNoCheckpointStopsItsLog() throws Exception {
        Files.copy(folder.resolve("acme.checkpoint"), folder.resolve("second.checkpoint"));
        Files.writeString(folder.resolve("third.checkpoint"), "torn");
        logs.changes("second", 1);
        logs.changes("third", 1);
        logs.sign(folder);

        assertThat(logs.stopped("second")).isEqualTo("kept-of-another-log");
        assertThat(logs.stopped("third")).isEqualTo("kept-unreadable");
        assertThat(logs.signedSizes("third")).isEmpty();
    }

    @Test
    void whatCannotBeKeptIsNotSignedUntilItCan() throws Exception {
        Path lost = Files.createDirectory(folder.resolve("lost"));
        Checkpointer node = logs.node(lost);
        Path key = lost.resolve("checkpoint.key");
        byte[] seed = Files.readAllBytes(key);
        Files.delete(key);
        Files.delete(lost);
        logs.changes("new", 1);
        node.step();
        assertThat(logs.stopped("new")).isEqualTo("cannot-be-kept");
        assertThat(logs.signedSizes("new")).isEmpty();

        Files.createDirectory(lost);
        Files.write(key, seed);
        node.step();

        assertThat(logs.stopped("new")).isEqualTo("no");
        assertThat(logs.signedSizes("new")).containsExactly(1L);
    }

    @Test
    void aLeafThatSomebodyChangedIsNoticedAtTheNextStart() throws Exception {
        logs.superuser()
                .sql(
                        """
                        DO $$ BEGIN
                            SET LOCAL session_replication_role = replica;
                            UPDATE ledger.entry SET leaf_hash = sha256('other')
                             WHERE workspace = 'acme' AND workspace_sequence = 4;
                        END $$""")
                .update();
        logs.changes("acme", 1);
        logs.sign(folder);

        assertThat(logs.stopped("acme")).isEqualTo("log-damaged");
        assertThat(logs.signedSizes("acme")).containsExactly(10L);
        assertThat(new LogOrigins(logs.node(folder)).start("ada", "no way")).isEmpty();
    }

    @Test
    void anEntryThatIsMissingIsNoticed() throws IOException, SQLException {
        logs.changes("acme", 3);
        logs.superuser()
                .sql(
                        """
                        DO $$ BEGIN
                            SET LOCAL session_replication_role = replica;
                            DELETE FROM ledger.entry
                             WHERE workspace = 'acme' AND workspace_sequence = 11;
                        END $$""")
                .update();
        logs.sign(folder);

        assertThat(logs.stopped("acme")).isEqualTo("log-damaged");
        assertThat(logs.signedSizes("acme")).containsExactly(10L);
    }
}
