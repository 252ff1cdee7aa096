package io.keyledger.query.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import io.keyledger.query.platform.Signals;
import io.keyledger.query.platform.Transactions;
import io.keyledger.query.testing.Background;
import io.keyledger.query.testing.LedgerRows;
import io.keyledger.query.testing.QueryNode;
import io.keyledger.query.testing.Store;
import io.keyledger.shared.event.RoleEvent.RoleDeleted;
import io.keyledger.shared.ledger.Leaf;
import io.keyledger.shared.ledger.RecordKind;
import io.keyledger.shared.record.MerkleTree;
import io.keyledger.testsupport.ScratchDatabase;

import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;

/** Many writers, two sequencers, and connections that end at any moment. */
class SequencerStormTest {

    private static final int WRITERS = 12;
    private static final int EACH = 60;

    @RepeatedTest(2)
    void nothingIsSkippedNothingTwiceAndNoEntryEverChanges() throws Exception {
        try (ScratchDatabase database = ScratchDatabase.create()) {
            LedgerRows ledger = new LedgerRows(database);
            int committed;
            try (Background _ = sequencer(database);
                    Background _ = sequencer(database);
                    Background _ = new Background(() -> killNowAndThen(database));
                    Background _ = new Background(prefixKeeper(ledger))) {
                committed = write(database);
            }
            try (QueryNode node = new QueryNode(database, new NoView())) {
                node.sequence();
            }
            assertThat(ledger.size()).isEqualTo(committed);
            ledger.assertComplete();
            assertThat(PREFIX_BROKEN).isEmpty();
        }
    }

    @Test
    void everyStoredLeafIsThatOfItsRecord() throws Exception {
        try (ScratchDatabase database = ScratchDatabase.create();
                QueryNode node = new QueryNode(database, new NoView())) {
            Store store = new Store(database);
            UUID writer = UUID.randomUUID();
            for (int i = 0; i < 20; i++) {
                store.event(
                        "acme",
                        "stream",
                        i,
                        new RoleDeleted(UUID.randomUUID(), "ä" + i, List.of()));
                store.uses("other", writer, i, i);
            }
            node.sequence();
            Set<RecordKind> seen = EnumSet.noneOf(RecordKind.class);
            for (LedgerEntry entry : WholeLedger.of(node)) {
                byte[] leaf = Leaf.of(entry.stored(), entry.ledgeredAt());
                assertThat(storedLeaf(node, entry.position())).isEqualTo(MerkleTree.leafHash(leaf));
                seen.add(entry.stored().kind());
            }
            assertThat(seen).containsExactly(RecordKind.values());
        }
    }

    private static final List<String> PREFIX_BROKEN = new ArrayList<>();

    private static java.util.concurrent.Callable<Boolean> prefixKeeper(LedgerRows ledger) {
        List<String> last = new ArrayList<>();
        return () -> {
            List<String> now = ledger.all();
            if (now.size() < last.size() || !now.subList(0, last.size()).equals(last)) {
                PREFIX_BROKEN.add("after " + last.size() + " entries");
            }
            last.clear();
            last.addAll(now);
            return false;
        };
    }

    private static Background sequencer(ScratchDatabase database) {
        return new Background(
                new Sequencer(new Transactions(database.query()), new Signals())::step);
    }

    private static boolean killNowAndThen(ScratchDatabase database) throws InterruptedException {
        Thread.sleep(15);
        QueryNode.killAll(database);
        return false;
    }

    private static int write(ScratchDatabase database) throws Exception {
        AtomicInteger committed = new AtomicInteger();
        try (ExecutorService pool = Executors.newFixedThreadPool(WRITERS)) {
            List<Future<?>> ends = new ArrayList<>();
            for (int writer = 0; writer < WRITERS; writer++) {
                int number = writer;
                ends.add(pool.submit(() -> write(database, number, committed)));
            }
            for (Future<?> end : ends) {
                end.get();
            }
        }
        return committed.get();
    }

    private static Void write(ScratchDatabase database, int writer, AtomicInteger committed)
            throws SQLException, InterruptedException {
        Random random = new Random(writer);
        long sequence = 0;
        try (Connection connection = database.command().getConnection()) {
            connection.setAutoCommit(false);
            for (int i = 0; i < EACH; i++) {
                int events = 1 + random.nextInt(4);
                for (int event = 0; event < events; event++) {
                    Store.event(
                            connection,
                            "workspace-" + random.nextInt(3),
                            "stream-" + writer,
                            sequence + event,
                            new RoleDeleted(UUID.randomUUID(), "name", List.of()));
                    Thread.sleep(random.nextInt(4));
                }
                if (random.nextInt(5) == 0) {
                    connection.rollback();
                } else {
                    connection.commit();
                    sequence += events;
                    committed.addAndGet(events);
                }
            }
        }
        return null;
    }

    private static byte[] storedLeaf(QueryNode node, long position) {
        JdbcClient jdbc = node.jdbc();
        return jdbc.sql("SELECT leaf_hash FROM ledger.entry WHERE position = :position")
                .param("position", position)
                .query(byte[].class)
                .single();
    }
}
