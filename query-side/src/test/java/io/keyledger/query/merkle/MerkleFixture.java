package io.keyledger.query.merkle;

import static org.assertj.core.api.Assertions.assertThat;

import io.keyledger.query.ledger.Sequencer;
import io.keyledger.query.platform.Signals;
import io.keyledger.query.platform.Transactions;
import io.keyledger.query.testing.ScratchPool;
import io.keyledger.query.testing.Store;
import io.keyledger.shared.event.RoleEvent.RoleDeleted;
import io.keyledger.shared.record.MerkleTree;
import io.keyledger.testsupport.ScratchDatabase;

import org.springframework.jdbc.core.simple.JdbcClient;

import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.UUID;

/** A ledger that logs grow from, and nodes that have them grow when told to. */
public final class MerkleFixture implements AutoCloseable {

    public static final int AT_ONCE = 1_000;

    private final ScratchDatabase database = ScratchDatabase.create();
    private final Store store = new Store(database);
    private final Transactions transactions = new Transactions(ScratchPool.of(database.query()));
    private final Sequencer sequencer = new Sequencer(transactions, new Signals());
    private int written;

    public Transactions transactions() {
        return transactions;
    }

    public Store store() {
        return store;
    }

    /** As somebody who may change everything. */
    public JdbcClient superuser() {
        return JdbcClient.create(database.superuser());
    }

    /** So many changes more, with their places in the ledger. */
    public void changes(String workspace, int count) throws SQLException {
        for (int i = 0; i < count; i++) {
            String stream = new UUID(3, written++).toString();
            store.event(
                    workspace,
                    stream,
                    0,
                    new RoleDeleted(UUID.fromString(stream), "reader", List.of()));
        }
        ledger();
    }

    public void ledger() throws SQLException {
        while (sequencer.step()) {
            Thread.onSpinWait();
        }
    }

    /** A node that has just begun, with its key and what is kept in a folder. */
    public Checkpointer node(Path folder) {
        return node(folder, AT_ONCE);
    }

    Checkpointer node(Path folder, int limit) {
        SigningKeyFile.createIfMissing(folder);
        return new Checkpointer(transactions, Notary.in(folder), Duration.ofSeconds(1), limit);
    }

    /** Until nothing is new. */
    public void sign(Path folder) throws SQLException {
        Checkpointer node = node(folder);
        while (node.step()) {
            Thread.onSpinWait();
        }
    }

    List<Long> signedSizes(String workspace) {
        return superuser()
                .sql(
                        "SELECT size FROM ledger.checkpoint WHERE workspace = ?"
                                + " ORDER BY origin, size")
                .param(workspace)
                .query(Long.class)
                .list();
    }

    String stopped(String workspace) {
        return superuser()
                .sql("SELECT coalesce(stopped, 'no') FROM ledger.merkle_log WHERE workspace = ?")
                .param(workspace)
                .query(String.class)
                .single();
    }

    /** Each root that was signed, and that over the leaves that the ledger has. */
    void assertRootsAreThoseOfTheLedger(String workspace) {
        List<byte[]> leaves =
                superuser()
                        .sql(
                                "SELECT leaf_hash FROM ledger.entry WHERE workspace = ?"
                                        + " ORDER BY workspace_sequence")
                        .param(workspace)
                        .query((row, _) -> row.getBytes(1))
                        .list();
        superuser()
                .sql("SELECT size, root FROM ledger.checkpoint WHERE workspace = ?")
                .param(workspace)
                .query(
                        row -> {
                            byte[] root = rootOf(leaves.subList(0, (int) row.getLong(1)));
                            assertThat(row.getBytes(2)).isEqualTo(root);
                        });
    }

    /** As RFC 9162, section 2.1.1 defines it, over hashes of leaves. */
    static byte[] rootOf(List<byte[]> leafHashes) {
        if (leafHashes.size() == 1) {
            return leafHashes.getFirst();
        }
        int split = Integer.highestOneBit(leafHashes.size() - 1);
        return MerkleTree.nodeHash(
                rootOf(leafHashes.subList(0, split)),
                rootOf(leafHashes.subList(split, leafHashes.size())));
    }

    /** Sets the database back to when the workspace had so many entries, as a backup would. */
    void setBack(String workspace, int entries) {
        superuser()
                .sql(
                        """
                        DO $$ BEGIN
                            SET LOCAL session_replication_role = replica;
                            DELETE FROM ledger.entry
                             WHERE workspace = '%1$s' AND workspace_sequence >= %2$d;
                            DELETE FROM ledger.checkpoint
                             WHERE workspace = '%1$s' AND size > %2$d;
                            UPDATE ledger.workspace_head SET next_sequence = %2$d
                             WHERE workspace = '%1$s';
                            DELETE FROM ledger.subtree WHERE workspace = '%1$s';
                            DELETE FROM ledger.merkle_log WHERE workspace = '%1$s';
                        END $$"""
                                .formatted(workspace, entries))
                .update();
    }

    @Override
    public void close() {
        database.close();
    }
}
