package io.keyledger.query.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.keyledger.access.problem.ApiProblem;
import io.keyledger.query.merkle.MerkleFixture;
import io.keyledger.query.paging.PageQuery;
import io.keyledger.shared.proof.Fact;
import io.keyledger.shared.proof.ProofFile;
import io.keyledger.shared.proof.Verdict;
import io.keyledger.shared.record.MerkleTree;

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;

class ProofsTest {

    private static final UUID WRITER = new UUID(4, 4);

    @TempDir private Path folder;
    private MerkleFixture fixture;
    private EntryProofs proofs;
    private Logs logs;
    private TileReader tiles;

    @BeforeEach
    void open() {
        fixture = new MerkleFixture();
        LogReads reads = new LogReads(fixture.transactions());
        proofs = new EntryProofs(reads);
        logs = new Logs(reads);
        tiles = new TileReader(reads);
    }

    @AfterEach
    void close() {
        fixture.close();
    }

    @Test
    void aChangeIsProved() throws SQLException {
        fixture.changes("acme", 300);
        fixture.sign(folder);
        String id = eventId("acme", 257);

        assertThat(facts(proofs.of("acme", id)))
                .contains(new Fact("Entry", id), new Fact("Leaf", "257 of 300"));
    }

    @Test
    void aSingleUseOfManyIsProvedWithoutTheOthers() throws SQLException {
        fixture.changes("acme", 5);
        fixture.store().uses("acme", WRITER, 0, 600);
        fixture.ledger();
        fixture.sign(folder);

        String file = proofs.of("acme", WRITER + "-0-417");

        assertThat(facts(file))
                .contains(new Fact("Entry", WRITER + "-0-417"), new Fact("Path", "/417"));
        assertThat(file.length()).isLessThan(5_000);
        refused(() -> proofs.of("acme", WRITER + "-0-600"), 404, "unknown-audit-entry");
    }

    @Test
    void aPayloadWithTheHashOfASecretIsWithheld() throws SQLException {
        fixture.changes("acme", 1);
        fixture.superuser()
                .sql(
                        """
                        INSERT INTO store.domain_event
                          (event_id, workspace, stream_type, stream, sequence, type, revision,
                           metadata, payload)
                        VALUES ('0199a1b2-c3d4-7e5f-8a0b-0c0d0e0f1011', 'acme', 'service-user',
                                'u', 0, 'service-user.ApiKeyGenerated', 1, '{}',
                                convert_to('{"secretHash":{"hmac":"c2VjcmV0"}}', 'UTF8'))""")
                .update();
        fixture.ledger();
        fixture.sign(folder);

        assertThat(facts(proofs.of("acme", "0199a1b2-c3d4-7e5f-8a0b-0c0d0e0f1011")))
                .contains(new Fact("Change", "withheld: it holds the hash of a secret"));
    }

    @Test
    void whatWasNotSignedYetIsSaidSo() throws SQLException {
        fixture.changes("acme", 1);
        refused(() -> proofs.of("acme", eventId("acme", 0)), 409, "not-in-a-checkpoint-yet");
        refused(() -> logs.latest("acme"), 409, "not-in-a-checkpoint-yet");
        fixture.sign(folder);
        fixture.changes("acme", 1);

        assertThat(facts(proofs.of("acme", eventId("acme", 0)))).isNotEmpty();
        refused(() -> proofs.of("acme", eventId("acme", 1)), 409, "not-in-a-checkpoint-yet");
    }

    @Test
    void nothingOfAnotherWorkspaceIsKnown() throws SQLException {
        fixture.changes("acme", 1);
        fixture.changes("other", 1);
        fixture.store().uses("other", WRITER, 0, 1);
        fixture.ledger();
        fixture.sign(folder);

        refused(() -> proofs.of("acme", eventId("other", 0)), 404, "unknown-audit-entry");
        refused(() -> proofs.of("acme", WRITER + "-0-0"), 404, "unknown-audit-entry");
        refused(() -> proofs.of("acme", "nonsense"), 404, "unknown-audit-entry");
        refused(() -> logs.latest("nowhere"), 404, "unknown-workspace");
    }

    @Test
    void aRecordThatSomebodyChangedIsNotGivenOut() throws SQLException {
        fixture.changes("acme", 2);
        fixture.sign(folder);
        fixture.superuser()
                .sql(
                        """
                        DO $$ BEGIN
                            SET LOCAL session_replication_role = replica;
                            UPDATE store.domain_event SET occurred_at = occurred_at - interval '1 h';
                        END $$""")
                .update();

        refused(() -> proofs.of("acme", eventId("acme", 0)), 503, "log-damaged");
    }

    @Test
    void growthIsProvedBetweenAnyTwoCheckpoints() throws SQLException {
        fixture.changes("acme", 3);
        fixture.sign(folder);
        fixture.changes("acme", 300);
        fixture.sign(folder);

        assertThat(facts(logs.consistency("acme", null, null)))
                .contains(new Fact("From size", "3"), new Fact("To size", "303"));
        assertThat(facts(logs.consistency("acme", 303L, 303L))).isNotEmpty();
        refused(() -> logs.consistency("acme", 4L, null), 404, "unknown-checkpoint");
        refused(() -> logs.consistency("acme", 303L, 3L), 400, "invalid-value");
        assertThat(logs.list("acme", new PageQuery("1", null).of(2, "c")).items())
                .extracting(CheckpointView::size)
                .containsExactly(303L);
    }

    @Test
    void tilesHoldTheHashesOfTheLeavesInTheirBundles() throws SQLException {
        fixture.changes("acme", 260);
        fixture.sign(folder);

        byte[] tile = tiles.read("acme", TilePath.parse("0", "/000").orElseThrow());
        byte[] bundle = tiles.read("acme", TilePath.parse("entries", "/000").orElseThrow());
        assertThat(tile).hasSize(8_192).isEqualTo(hashes(bundle));
        assertThat(tiles.read("acme", TilePath.parse("1", "/000.p/1").orElseThrow())).hasSize(32);
        refused(
                () -> tiles.read("acme", TilePath.parse("0", "/001").orElseThrow()),
                404,
                "unknown-tile");
    }

    private static byte[] hashes(byte[] bundle) {
        ByteArrayOutputStream hashes = new ByteArrayOutputStream();
        ByteBuffer in = ByteBuffer.wrap(bundle);
        while (in.hasRemaining()) {
            byte[] leaf = new byte[Short.toUnsignedInt(in.getShort())];
            in.get(leaf);
            hashes.writeBytes(MerkleTree.leafHash(leaf));
        }
        return hashes.toByteArray();
    }

    private List<Fact> facts(String file) {
        Verdict verdict = ProofFile.check(file, logs.latest("acme").key());
        assertThat(verdict).isInstanceOf(Verdict.Proven.class);
        return ((Verdict.Proven) verdict).facts();
    }

    private String eventId(String workspace, long sequence) {
        return fixture.superuser()
                .sql(
                        "SELECT r.event_id FROM store.record r JOIN ledger.entry e USING (global_index)"
                                + " WHERE e.workspace = ? AND e.workspace_sequence = ?")
                .params(workspace, sequence)
                .query(UUID.class)
                .single()
                .toString();
    }

    private static void refused(ThrowingCallable step, int status, String code) {
        assertThatThrownBy(step)
                .isInstanceOfSatisfying(
                        ApiProblem.class,
                        problem -> {
                            assertThat(problem.code()).isEqualTo(code);
                            assertThat(problem.status().value()).isEqualTo(status);
                        });
    }
}
