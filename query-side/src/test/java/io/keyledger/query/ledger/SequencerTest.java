package io.keyledger.query.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.keyledger.query.platform.Signals;
import io.keyledger.query.platform.Transactions;
import io.keyledger.query.testing.LedgerRows;
import io.keyledger.query.testing.QueryNode;
import io.keyledger.query.testing.Store;
import io.keyledger.shared.event.RoleEvent.RoleDeleted;
import io.keyledger.testsupport.ScratchDatabase;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.simple.JdbcClient;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

class SequencerTest {

    private ScratchDatabase database;
    private Store store;
    private LedgerRows ledger;
    private QueryNode node;
    private int written;

    @BeforeEach
    void open() {
        database = ScratchDatabase.create();
        store = new Store(database);
        ledger = new LedgerRows(database);
        node = new QueryNode(database, new NoView());
    }

    @AfterEach
    void close() {
        node.close();
        database.close();
    }

    @Test
    void whatCommitsLateGetsALaterPlaceAndIsNotSkipped() throws SQLException {
        try (Connection late = begin()) {
            write(late, "acme");
            write("acme");
            drain();
            List<String> before = ledger.all();
            assertThat(before).hasSize(1);

            late.commit();
            drain();

            assertThat(ledger.all()).hasSize(2).startsWith(before.getFirst());
            ledger.assertComplete();
        }
    }

    @Test
    void rolledBackWritesLeaveNoHole() throws SQLException {
        for (int i = 0; i < 20; i++) {
            try (Connection connection = begin()) {
                write(connection, "acme");
                connection.rollback();
            }
            write("acme");
            drain();
        }
        assertThat(ledger.size()).isEqualTo(20);
        ledger.assertComplete();
    }

    @Test
    void whatWasWrittenAfterAnAnswerStandsAfterIt() throws SQLException {
        for (int i = 0; i < 50; i++) {
            write("acme");
        }
        drain();
        assertThat(
                        jdbc().sql("SELECT global_index FROM ledger.entry ORDER BY position")
                                .query(Long.class)
                                .list())
                .isSorted();
    }

    @Test
    void batchesOfTwoSequencersDoNotMixEvenWithoutTheAdvisoryLock() throws Exception {
        for (int i = 0; i < 500; i++) {
            write(i % 3 == 0 ? "acme" : "other");
        }
        Transactions transactions = node.transactions();
        try (ExecutorService pool = Executors.newFixedThreadPool(4)) {
            List<Future<?>> ends = new ArrayList<>();
            for (int thread = 0; thread < 4; thread++) {
                ends.add(
                        pool.submit(
                                () -> {
                                    while (transactions.run(c -> LedgerBatch.take(c, 7)) > 0) {
                                        Thread.yield();
                                    }
                                    return null;
                                }));
            }
            for (Future<?> end : ends) {
                end.get();
            }
        }
        assertThat(ledger.size()).isEqualTo(500);
        ledger.assertComplete();
    }

    @Test
    void aSequencerKilledInsideABatchLeavesNothingBehind() throws SQLException {
        write("acme");
        drain();
        List<String> before = ledger.all();
        write("acme");
        write("other");
        Connection killed = database.query().getConnection();
        killed.setAutoCommit(false);
        assertThat(LedgerBatch.take(killed, 10)).isEqualTo(2);
        kill(killed);
        assertThatThrownBy(killed::commit).isInstanceOf(SQLException.class);

        assertThat(ledger.all()).isEqualTo(before);
        drain();
        assertThat(ledger.all()).hasSize(3).startsWith(before.getFirst());
        ledger.assertComplete();
    }

    @Test
    void anUnsplittableJournalPayloadHasItsPlaceAllTheSame() throws SQLException {
        store.journal("acme", UUID.randomUUID(), 0, "no CBOR".getBytes(StandardCharsets.UTF_8));
        write("acme");
        drain();
        assertThat(ledger.size()).isEqualTo(2);
        ledger.assertComplete();
    }

    @Test
    void aRecordThatClaimsAnothersEventIdHasItsPlaceAllTheSame() throws SQLException {
        UUID eventId = UUID.randomUUID();
        UUID writer = UUID.randomUUID();
        store.journal(eventId, "acme", writer, 0, new byte[] {(byte) 0x80});
        store.journal(eventId, "acme", writer, 1, new byte[] {(byte) 0x80});
        drain();
        assertThat(ledger.size()).isEqualTo(2);
        ledger.assertComplete();
    }

    @Test
    void aRecordThatCannotBeLedgeredIsPutAsideAndStopsNobody() throws SQLException {
        UUID eventId = UUID.randomUUID();
        ledger.refuse(eventId);
        for (int i = 0; i < 40; i++) {
            write("acme");
        }
        store.journal(eventId, "acme", UUID.randomUUID(), 0, new byte[] {(byte) 0x80});
        JdbcClient.create(database.superuser())
                .sql("INSERT INTO store.ledger_pending VALUES (90000000)")
                .update();
        for (int i = 0; i < 40; i++) {
            write("acme");
        }
        drain();

        assertThat(ledger.size()).isEqualTo(80);
        ledger.assertDense();
        assertThat(
                        jdbc().sql(
                                        "SELECT cause FROM query.unledgered_record ORDER BY global_index")
                                .query(String.class)
                                .list())
                .satisfiesExactly(
                        refused ->
                                assertThat(refused).isEqualTo("SQLState 23514, constraint refused"),
                        missing -> assertThat(missing).startsWith("NullPointerException in "));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "UPDATE ledger.entry SET leaf_hash = leaf_hash",
                "DELETE FROM ledger.entry",
                "TRUNCATE ledger.entry"
            })
    void entriesAreNotForChanging(String change) throws SQLException {
        write("acme");
        drain();
        List<String> before = ledger.all();
        assertThatThrownBy(() -> jdbc().sql(change).update())
                .rootCause()
                .hasMessageContaining("permission denied");
        assertThatThrownBy(() -> JdbcClient.create(database.owner()).sql(change).update())
                .rootCause()
                .hasMessageContaining("append-only");
        assertThat(ledger.all()).isEqualTo(before);
    }

    @Test
    void viewsAreToldOnceOfWhatAnyNodeHasAppended() throws SQLException {
        Signals here = new Signals();
        Sequencer sequencer = new Sequencer(node.transactions(), here);
        sequencer.step();
        assertTold(here, sequencer, 0);
        write("acme");
        write("acme");
        drain();
        assertTold(here, sequencer, 1);
        assertTold(here, sequencer, 0);
        write("acme");
        assertTold(here, sequencer, 1);
        assertThat(ledger.size()).isEqualTo(3);
        assertTold(here, sequencer, 0);
    }

    private static void assertTold(Signals signals, Sequencer sequencer, int times)
            throws SQLException {
        long before = signals.ledgered().count();
        sequencer.step();
        assertThat(signals.ledgered().count() - before).isEqualTo(times);
    }

    private void drain() throws SQLException {
        node.sequence();
    }

    private Connection begin() throws SQLException {
        Connection connection = store.command().getConnection();
        connection.setAutoCommit(false);
        return connection;
    }

    private void write(String workspace) {
        store.event(workspace, "stream", written++, event());
    }

    private void write(Connection connection, String workspace) throws SQLException {
        Store.event(connection, workspace, "stream", written++, event());
    }

    private static RoleDeleted event() {
        return new RoleDeleted(UUID.randomUUID(), "name", List.of());
    }

    private void kill(Connection connection) throws SQLException {
        QueryNode.kill(database, connection);
    }

    private JdbcClient jdbc() {
        return node.jdbc();
    }
}
