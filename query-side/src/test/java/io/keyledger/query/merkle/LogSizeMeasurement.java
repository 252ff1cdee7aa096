package io.keyledger.query.merkle;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;

/** Prints what logs cost; run with {@code -Dkeyledger.measure=true}. */
@EnabledIfSystemProperty(named = "keyledger.measure", matches = "true")
class LogSizeMeasurement {

    private static final int ENTRIES = 100_000;
    private static final int CHECKPOINTS = 300;
    private static final double MILLIS = 1e6;

    @TempDir private Path folder;

    @Test
    void measure() throws Exception {
        try (MerkleFixture logs = new MerkleFixture()) {
            logs.superuser()
                    .sql(
                            """
                            INSERT INTO ledger.entry (position, workspace, workspace_sequence, global_index,
                                                      ledgered_at, leaf_hash)
                            SELECT n, 'acme', n - 1, n, now(), sha256(n::text::bytea)
                              FROM generate_series(1, %d) AS n"""
                                    .formatted(ENTRIES))
                    .update();
            heads(logs, ENTRIES - CHECKPOINTS);
            long began = System.nanoTime();
            logs.sign(folder);
            System.out.printf(
                    "grown: %.2f µs an entry%n",
                    (System.nanoTime() - began) / 1e3 / (ENTRIES - CHECKPOINTS));
            System.out.printf("%.3f bytes an entry%n", bytes(logs) / (ENTRIES - CHECKPOINTS));
            signEach(logs);
            proofs(logs);
        }
    }

    private void signEach(MerkleFixture logs) throws Exception {
        double before = bytes(logs);
        Checkpointer node = logs.node(folder);
        long began = System.nanoTime();
        for (int i = ENTRIES - CHECKPOINTS + 1; i <= ENTRIES; i++) {
            heads(logs, i);
            node.step();
        }
        System.out.printf(
                "signed: %.2f ms a checkpoint, %.0f bytes%n",
                (System.nanoTime() - began) / MILLIS / CHECKPOINTS,
                (bytes(logs) - before) / CHECKPOINTS);
    }

    private static void proofs(MerkleFixture logs) throws Exception {
        long began = System.nanoTime();
        for (int i = 0; i < CHECKPOINTS; i++) {
            long leaf = (i * 7_919L) % ENTRIES;
            logs.transactions()
                    .run(
                            connection ->
                                    new LogTree(new StoredTiles(connection, "acme"), ENTRIES)
                                            .inclusion(leaf));
        }
        System.out.printf(
                "paths: %.2f ms each%n", (System.nanoTime() - began) / MILLIS / CHECKPOINTS);
    }

    private static void heads(MerkleFixture logs, int entries) {
        logs.superuser()
                .sql(
                        """
                        INSERT INTO ledger.workspace_head VALUES ('acme', %d)
                        ON CONFLICT (workspace) DO UPDATE SET next_sequence = excluded.next_sequence"""
                                .formatted(entries))
                .update();
    }

    private static double bytes(MerkleFixture logs) {
        return logs.superuser()
                .sql(
                        """
                        SELECT pg_total_relation_size('ledger.subtree')
                             + pg_total_relation_size('ledger.merkle_log')
                             + pg_total_relation_size('ledger.checkpoint')""")
                .query(Double.class)
                .single();
    }
}
