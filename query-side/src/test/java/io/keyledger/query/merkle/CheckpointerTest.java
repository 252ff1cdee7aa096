package io.keyledger.query.merkle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.keyledger.shared.proof.Checkpoint;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;

class CheckpointerTest {

    @TempDir private Path folder;
    private MerkleFixture logs;

    @BeforeEach
    void open() {
        logs = new MerkleFixture();
    }

    @AfterEach
    void close() {
        logs.close();
    }

    @Test
    void eachWorkspaceHasALogOfItsOwnThatIsSignedWhenItHasGrown() throws Exception {
        Checkpointer node = logs.node(folder);
        logs.changes("acme", 3);
        logs.changes("other", 1);
        node.step();
        logs.changes("acme", 2);
        node.step();
        node.step();

        assertThat(logs.signedSizes("acme")).containsExactly(3L, 5L);
        assertThat(logs.signedSizes("other")).containsExactly(1L);
        logs.assertRootsAreThoseOfTheLedger("acme");
        logs.assertRootsAreThoseOfTheLedger("other");
    }

    @Test
    void whatWasSignedVerifiesAndIsKeptOutsideTheDatabase() throws Exception {
        logs.changes("acme", 3);
        logs.sign(folder);

        SignedCheckpoint signed = latest("acme");
        Checkpoint checkpoint = Checkpoint.verified(signed.note(), signed.key());
        assertThat(checkpoint.size()).isEqualTo(3);
        assertThat(checkpoint.origin()).matches("keyledger/[0-9a-f-]{36}/acme/1");
        assertThat(folder.resolve("acme.checkpoint")).hasContent(signed.note());
    }

    @Test
    void theKeyIsItsOwnersAloneAndMadeOnce() throws IOException {
        logs.node(folder);
        Path key = folder.resolve("checkpoint.key");
        String first = Files.readString(key);
        logs.node(folder);

        assertThat(Files.readString(key)).isEqualTo(first);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(key)))
                .isEqualTo("rw-------");
    }

    @Test
    void aKeyThatIsNoneIsToldByItsFileAlone() throws IOException {
        Files.writeString(folder.resolve("checkpoint.key"), "s3cret");
        assertThatThrownBy(() -> Notary.in(folder))
                .isInstanceOf(UnusableSigningKey.class)
                .hasMessageContaining("checkpoint.key")
                .hasMessageNotContaining("s3cret");
    }

    @Test
    void aStoreWithoutALogGrowsOneInPiecesAndIsSignedOnceItHasAll() throws SQLException {
        logs.changes("acme", 700);
        Checkpointer node = logs.node(folder, 300);

        assertThat(node.step()).isTrue();
        assertThat(node.step()).isTrue();
        assertThat(logs.signedSizes("acme")).isEmpty();
        assertThat(node.step()).isFalse();

        assertThat(logs.signedSizes("acme")).containsExactly(700L);
        logs.assertRootsAreThoseOfTheLedger("acme");
    }

    @Test
    void manyNodesSignOneRootForEachSize() throws Exception {
        AtomicBoolean done = new AtomicBoolean();
        try (ExecutorService pool = Executors.newFixedThreadPool(3)) {
            List<Future<?>> nodes = new ArrayList<>();
            for (int i = 0; i < 3; i++) {
                Checkpointer node = logs.node(folder);
                nodes.add(
                        pool.submit(
                                () -> {
                                    while (!done.get()) {
                                        node.step();
                                    }
                                    return null;
                                }));
            }
            for (int i = 0; i < 60; i++) {
                logs.changes("acme", 7);
            }
            done.set(true);
            for (Future<?> node : nodes) {
                node.get();
            }
        }
        logs.sign(folder);

        assertThat(logs.signedSizes("acme")).doesNotHaveDuplicates().contains(420L);
        assertThat(logs.stopped("acme")).isEqualTo("no");
        logs.assertRootsAreThoseOfTheLedger("acme");
    }

    @Test
    void aNodeThatDiesBetweenKeepingAndCommittingLeavesNothingToMend() throws Exception {
        logs.changes("acme", 300);
        logs.sign(folder);
        logs.changes("acme", 10);
        Notary notary = Notary.in(folder);
        assertThatThrownBy(
                        () ->
                                logs.transactions()
                                        .run(
                                                connection -> {
                                                    new Round(
                                                                    connection,
                                                                    notary,
                                                                    new Trust(),
                                                                    MerkleFixture.AT_ONCE)
                                                            .run();
                                                    throw new IllegalStateException("killed");
                                                }))
                .hasMessage("killed");
        assertThat(Files.readString(folder.resolve("acme.checkpoint"))).contains("\n310\n");
        assertThat(logs.signedSizes("acme")).containsExactly(300L);

        logs.changes("acme", 1);
        logs.sign(folder);

        assertThat(logs.signedSizes("acme")).containsExactly(300L, 311L);
        logs.assertRootsAreThoseOfTheLedger("acme");
    }

    @Test
    void aTreeThatWasRemovedGrowsAgainAndGoesOn() throws Exception {
        logs.changes("acme", 520);
        logs.sign(folder);
        logs.superuser().sql("DELETE FROM ledger.merkle_log").update();
        logs.superuser().sql("DELETE FROM ledger.subtree").update();
        logs.sign(folder);
        assertThat(logs.signedSizes("acme")).containsExactly(520L);

        logs.changes("acme", 1);
        logs.sign(folder);

        assertThat(logs.signedSizes("acme")).containsExactly(520L, 521L);
        logs.assertRootsAreThoseOfTheLedger("acme");
    }

    @Test
    void aNodeWithoutAKeyHasLogsGrowAndSignsNothing() throws Exception {
        logs.changes("acme", 5);
        new Checkpointer(logs.transactions(), null, Duration.ofSeconds(1), MerkleFixture.AT_ONCE)
                .step();

        assertThat(logs.signedSizes("acme")).isEmpty();
        logs.sign(folder);
        assertThat(logs.signedSizes("acme")).containsExactly(5L);
    }

    private SignedCheckpoint latest(String workspace) throws SQLException {
        return logs.transactions()
                .run(connection -> SignedCheckpoints.latest(connection, workspace))
                .orElseThrow();
    }
}
