package io.keyledger.query.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import io.keyledger.query.testing.LedgerRows;
import io.keyledger.query.testing.QueryNode;
import io.keyledger.query.testing.Store;
import io.keyledger.shared.event.RoleEvent.RoleDeleted;
import io.keyledger.shared.ledger.Leaf;
import io.keyledger.shared.record.MerkleTree;
import io.keyledger.testsupport.ScratchDatabase;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** Writers that stay in their transaction for minutes, on a clock that the test moves. */
class StalledWriterTest {

    private static final Duration STEP = Duration.ofSeconds(2);
    private static final int STEPS = 60;

    private ScratchDatabase database;
    private ControlledClock clock;
    private Store store;
    private LedgerRows ledger;
    private QueryNode one;
    private QueryNode other;
    private int written;

    @BeforeEach
    void open() {
        database = ScratchDatabase.create();
        clock = ControlledClock.in(database);
        store = new Store(database);
        ledger = new LedgerRows(database);
        one = new QueryNode(database, new NoView());
        other = new QueryNode(database, new NoView());
    }

    @AfterEach
    void close() {
        one.close();
        other.close();
        database.close();
    }

    @Test
    void aWriterStalledForTwoMinutesStallsNobodyAndIsNotSkipped() throws SQLException {
        Instant begin = clock.now();
        try (Connection stalled = begin()) {
            write(stalled);
            List<String> before = List.of();
            for (int step = 1; step <= STEPS; step++) {
                clock.pass(STEP);
                write("acme");
                write("other");
                sequencer(step).sequence();
                before = grown(before, 2);
                assertThat(lastEntry().ledgeredAt()).isEqualTo(clock.now());
            }
            assertThat(Duration.between(begin, clock.now())).isEqualTo(Duration.ofMinutes(2));

            stalled.commit();
            clock.pass(STEP);
            sequencer(0).sequence();
            sequencer(1).sequence();

            assertThat(grown(before, 1)).hasSize(2 * STEPS + 1);
        }
        LedgerEntry late = lastEntry();
        assertThat(late.stored().stream()).isEqualTo("stalled");
        assertThat(late.ledgeredAt()).isEqualTo(clock.now());
        assertThat(globalIndexes().getLast()).isLessThan(globalIndexes().getFirst());
        assertComplete();
    }

    @Test
    void aClockSetBackWhileAWriterStallsTurnsNoEntrysTimeBack() throws SQLException {
        try (Connection stalled = begin()) {
            write(stalled);
            write("acme");
            sequencer(0).sequence();
            Instant latest = clock.now();
            clock.pass(Duration.ofMinutes(-2));
            for (int step = 1; step <= 5; step++) {
                write("acme");
                sequencer(step).sequence();
                assertThat(lastEntry().ledgeredAt()).isEqualTo(latest.plusNanos(step * 1_000L));
            }
            stalled.commit();
            sequencer(0).sequence();
            assertThat(lastEntry().ledgeredAt()).isEqualTo(latest.plusNanos(6_000));
        }
        assertComplete();
    }

    /** The ledger as it is now: as before in every column, and so many entries more. */
    private List<String> grown(List<String> before, int entries) {
        List<String> now = ledger.all();
        assertThat(now).hasSize(before.size() + entries);
        assertThat(now.subList(0, before.size())).isEqualTo(before);
        return now;
    }

    /** Nothing skipped, nothing twice, times in order, and each leaf that of its record. */
    private void assertComplete() throws SQLException {
        ledger.assertComplete();
        List<byte[]> leaves =
                one.jdbc()
                        .sql("SELECT leaf_hash FROM ledger.entry ORDER BY position")
                        .query(byte[].class)
                        .list();
        List<byte[]> computed = new ArrayList<>();
        for (LedgerEntry entry : entries()) {
            computed.add(MerkleTree.leafHash(Leaf.of(entry.stored(), entry.ledgeredAt())));
        }
        assertThat(leaves).usingRecursiveComparison().isEqualTo(computed);
    }

    private List<LedgerEntry> entries() throws SQLException {
        return WholeLedger.of(one);
    }

    private LedgerEntry lastEntry() throws SQLException {
        return entries().getLast();
    }

    private List<Long> globalIndexes() {
        return one.jdbc()
                .sql("SELECT global_index FROM ledger.entry ORDER BY position")
                .query(Long.class)
                .list();
    }

    private QueryNode sequencer(int step) {
        return step % 2 == 0 ? one : other;
    }

    private Connection begin() throws SQLException {
        Connection connection = store.command().getConnection();
        connection.setAutoCommit(false);
        return connection;
    }

    private void write(String workspace) {
        store.event(workspace, "stream", written++, event());
    }

    private static void write(Connection connection) throws SQLException {
        Store.event(connection, "acme", "stalled", 0, event());
    }

    private static RoleDeleted event() {
        return new RoleDeleted(UUID.randomUUID(), "name", List.of());
    }
}
