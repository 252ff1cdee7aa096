package io.keyledger.command.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;

import io.keyledger.command.bootstrap.RecoverAdmin.Recovered;
import io.keyledger.command.testing.CommandNode;
import io.keyledger.testsupport.ScratchDatabase;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

class RecoverAdminTest {

    private final ScratchDatabase database = ScratchDatabase.create();
    private CommandNode node;

    @TempDir private Path data;

    @BeforeEach
    void start() {
        node = CommandNode.start(database, data);
    }

    @AfterEach
    void stop() {
        node.close();
        database.close();
    }

    @Test
    void theRecoveredAdministratorsKeyMayDoEverything() throws IOException {
        Recovered recovered = recover();
        String key = Files.readString(recovered.file()).strip();
        assertThat(recovered.username()).isEqualTo("recovered-administrator-1");
        assertThat(node.api(key).check(key, "anything:whatever").expect(200).text("decision"))
                .isEqualTo("allow");
    }

    @Test
    void theKeyIsForItsOwnersEyesAndTheSentenceHoldsThePathOnly() throws IOException {
        Recovered recovered = recover();
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(recovered.file())))
                .isEqualTo("rw-------");
        assertThat(recovered.sentence())
                .contains(recovered.file().toString())
                .doesNotContain(Files.readString(recovered.file()).strip());
    }

    @Test
    void itIsOnRecordWhoMadeIt() {
        recover();
        assertThat(
                        owner().sql(
                                        "SELECT count(*) FROM store.domain_event"
                                                + " WHERE encode(metadata, 'escape') LIKE '%recover-admin%'")
                                .query(Long.class)
                                .single())
                .as("created, assigned to its group, given a key")
                .isEqualTo(3);
    }

    @Test
    void anotherRecoveryTakesTheNextNameAndLeavesTheFirstKeyAlone() throws IOException {
        Path first = recover().file();
        String key = Files.readString(first);
        assertThat(recover().username()).isEqualTo("recovered-administrator-2");
        assertThat(Files.readString(first)).isEqualTo(key);
    }

    @Test
    void recoveriesAtOnceTakeDifferentNames() throws Exception {
        Callable<String> recovery = () -> recover().username();
        try (ExecutorService threads = Executors.newFixedThreadPool(2)) {
            List<Future<String>> names = threads.invokeAll(List.of(recovery, recovery));
            assertThat(List.of(names.get(0).get(), names.get(1).get()))
                    .containsExactlyInAnyOrder(
                            "recovered-administrator-1", "recovered-administrator-2");
        }
    }

    private Recovered recover() {
        return node.bean(RecoverAdmin.class).recover();
    }

    private JdbcClient owner() {
        return JdbcClient.create(database.owner());
    }
}
