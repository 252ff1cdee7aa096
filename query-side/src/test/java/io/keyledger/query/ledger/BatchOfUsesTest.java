package io.keyledger.query.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.keyledger.query.platform.Transactions;
import io.keyledger.query.testing.JournalRows;
import io.keyledger.query.testing.JournalRows.Row;
import io.keyledger.query.testing.LedgerRows;
import io.keyledger.query.testing.QueryNode;
import io.keyledger.query.testing.Store;
import io.keyledger.shared.event.RoleEvent.RoleDeleted;
import io.keyledger.shared.ledger.RecordKind;
import io.keyledger.shared.ledger.StoredRecord;
import io.keyledger.testsupport.ScratchDatabase;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Records of a batch, which share a row, beside those with rows of their own. */
class BatchOfUsesTest {

    private static final Instant AT = Instant.parse("2026-01-01T00:00:00Z");
    private static final UUID OLD_WRITER = UUID.randomUUID();
    private static final UUID WRITER = UUID.randomUUID();

    private ScratchDatabase database;
    private Store store;
    private JournalRows journal;
    private LedgerRows ledger;
    private QueryNode node;

    @BeforeEach
    void open() {
        database = ScratchDatabase.create();
        store = new Store(database);
        journal = new JournalRows(store.jdbc());
        ledger = new LedgerRows(database);
        node = new QueryNode(database, new NoView());
    }

    @AfterEach
    void close() {
        node.close();
        database.close();
    }

    @Test
    void eachRecordHasItsOwnPlaceAndIsReadAsItWasWritten() throws SQLException {
        writeAllKinds();
        node.sequence();

        ledger.assertComplete();
        assertThat(entries())
                .extracting(
                        e -> e.stored().kind(),
                        e -> e.stored().workspace(),
                        e -> e.stored().stream(),
                        e -> e.stored().sequence(),
                        e -> List.of(payload(e)),
                        LedgerEntry::workspaceSequence)
                .containsExactly(
                        tuple(
                                RecordKind.USES,
                                "acme",
                                OLD_WRITER.toString(),
                                3L,
                                List.of("old"),
                                0L),
                        tuple(RecordKind.USES, "acme", WRITER.toString(), 7L, List.of("first"), 1L),
                        tuple(RecordKind.USES, "other", WRITER.toString(), 8L, List.of(""), 0L),
                        tuple(RecordKind.USES, "acme", WRITER.toString(), 9L, List.of("third"), 2L),
                        tuple(RecordKind.CHANGE, "acme", "stream", 0L, List.of("change"), 3L));
    }

    @Test
    void aRecordIsFoundByWriterAndSequenceInEitherTable() throws SQLException {
        writeAllKinds();
        node.sequence();

        assertThat(positionOf(OLD_WRITER, 3)).containsExactly(1L);
        assertThat(positionOf(WRITER, 7)).containsExactly(2L);
        assertThat(positionOf(WRITER, 9)).containsExactly(4L);
        assertThat(Stream.of(6L, 10L, 3L).flatMap(s -> positionOf(WRITER, s).stream())).isEmpty();
        assertThat(positionOf(OLD_WRITER, 4)).isEmpty();
    }

    @Test
    void singleEntriesAreReadOutOfABatch() throws SQLException {
        writeAllKinds();
        node.sequence();

        assertThat(read(c -> LedgerEntries.at(c, List.of(4L, 1L, 99L))))
                .extracting(BatchOfUsesTest::payload)
                .containsExactly("old", "third");
        assertThat(read(c -> LedgerEntries.inWorkspace(c, "acme", 1, 3)))
                .extracting(BatchOfUsesTest::payload)
                .containsExactly("first", "third");
    }

    @Test
    void theViewShowsTheRecordsThatTheLedgerHas() throws SQLException {
        writeAllKinds();
        node.sequence();

        assertThat(
                        store.jdbc()
                                .sql("SELECT * FROM store.record WHERE kind = 'uses' ORDER BY 2")
                                .query(
                                        (row, _) ->
                                                tuple(
                                                        row.getLong("global_index"),
                                                        row.getObject("event_id"),
                                                        row.getString("workspace"),
                                                        row.getString("stream"),
                                                        row.getLong("sequence"),
                                                        new String(
                                                                row.getBytes("payload"),
                                                                StandardCharsets.UTF_8)))
                                .list())
                .isEqualTo(
                        entries().stream()
                                .filter(e -> e.stored().kind() == RecordKind.USES)
                                .map(
                                        e ->
                                                tuple(
                                                        numberAt(e.position()),
                                                        e.stored().eventId(),
                                                        e.stored().workspace(),
                                                        e.stored().stream(),
                                                        e.stored().sequence(),
                                                        payload(e)))
                                .toList());
    }

    @Test
    void whatOfABatchCannotBeLedgeredIsPutAsideAlone() throws SQLException {
        UUID refused = UUID.randomUUID();
        ledger.refuse(refused);
        long number =
                journal.batch(
                        WRITER,
                        0,
                        AT,
                        List.of(
                                row("acme", "a", UUID.randomUUID()),
                                row("other", "b", UUID.randomUUID()),
                                row("acme", "c", refused),
                                row("x".repeat(70_000), "d", UUID.randomUUID()),
                                row("acme", "e", UUID.randomUUID())));
        change(0);
        node.sequence();

        assertThat(entries())
                .extracting(BatchOfUsesTest::payload)
                .containsExactly("a", "b", "e", "change");
        ledger.assertDense();
        assertThat(
                        node.jdbc()
                                .sql("SELECT global_index FROM query.unledgered_record ORDER BY 1")
                                .query(Long.class)
                                .list())
                .containsExactly(number + 3, number + 4);
        assertThat(node.jdbc().sql("SELECT FROM store.key_use_pending").query().listOfRows())
                .isEmpty();
    }

    @Test
    void aBatchThatIsPendingAndNotInTheStoreStopsNobody() throws SQLException {
        JdbcClient.create(database.superuser())
                .sql("INSERT INTO store.key_use_pending VALUES (1024)")
                .update();
        change(0);
        node.sequence();

        assertThat(entries()).extracting(BatchOfUsesTest::payload).containsExactly("change");
        assertThat(
                        node.jdbc()
                                .sql("SELECT global_index FROM query.unledgered_record")
                                .query(Long.class)
                                .list())
                .containsExactly(1024L);
    }

    @Test
    void batchesAreTakenWholeAndInTheOrderOfTheirNumbers() throws SQLException {
        for (int i = 0; i < 10; i++) {
            change(i);
            int first = 500 * i;
            journal.batch(
                    WRITER,
                    first,
                    AT,
                    IntStream.range(0, 500)
                            .mapToObj(
                                    each ->
                                            row(
                                                    "w" + each % 7,
                                                    "p" + (first + each),
                                                    UUID.randomUUID()))
                            .toList());
        }
        assertThat(node.transactions().<Integer>run(c -> LedgerBatch.take(c, 100))).isEqualTo(501);
        node.sequence();

        ledger.assertComplete();
        assertThat(entries().stream().filter(e -> e.stored().kind() == RecordKind.USES))
                .extracting(BatchOfUsesTest::payload)
                .containsExactlyElementsOf(
                        IntStream.range(0, 5_000).mapToObj(i -> "p" + i).toList());
    }

    @Test
    void changesAreFoundAmongBatchesAndFromWhenAllNumbersWereGiven() throws SQLException {
        nextNumber(5);
        change(0);
        node.sequence();
        assertThat(changes()).containsExactly(1L);

        nextNumber(1_024);
        writeAllKinds(1);
        change(2);
        node.sequence();
        assertThat(changes()).containsExactly(1L, 6L, 7L);
    }

    private List<Long> changes() throws SQLException {
        LedgerReader reader = new LedgerReader(kind -> kind == RecordKind.CHANGE);
        return read(c -> reader.read(c, 0, 7).entries()).stream()
                .map(LedgerEntry::position)
                .toList();
    }

    private void nextNumber(long number) {
        JdbcClient.create(database.superuser())
                .sql("SELECT setval('store.global_index', ?, false)")
                .param(number)
                .query()
                .singleRow();
    }

    private void writeAllKinds() {
        writeAllKinds(0);
    }

    private void writeAllKinds(long change) {
        journal.ofOld(OLD_WRITER, 3, AT, row("acme", "old", UUID.randomUUID()));
        journal.batch(
                WRITER,
                7,
                AT,
                List.of(
                        row("acme", "first", UUID.randomUUID()),
                        row("other", "", UUID.randomUUID()),
                        row("acme", "third", UUID.randomUUID())));
        change(change);
    }

    private void change(long sequence) {
        store.event(
                "acme", "stream", sequence, new RoleDeleted(UUID.randomUUID(), "name", List.of()));
    }

    private static Row row(String workspace, String payload, UUID eventId) {
        return new Row(eventId, workspace, payload.getBytes(StandardCharsets.UTF_8));
    }

    private static String payload(LedgerEntry entry) {
        StoredRecord stored = entry.stored();
        return stored.kind() == RecordKind.CHANGE
                ? "change"
                : new String(stored.payload(), StandardCharsets.UTF_8);
    }

    private List<Long> positionOf(UUID writer, long sequence) {
        return node.jdbc()
                .sql(
                        "SELECT position FROM ledger.entry WHERE global_index = store.key_use_number(?, ?)")
                .params(writer, sequence)
                .query(Long.class)
                .list();
    }

    private long numberAt(long position) {
        return node.jdbc()
                .sql("SELECT global_index FROM ledger.entry WHERE position = ?")
                .param(position)
                .query(Long.class)
                .single();
    }

    private List<LedgerEntry> entries() throws SQLException {
        return WholeLedger.of(node);
    }

    private List<LedgerEntry> read(Transactions.Work<List<LedgerEntry>> work) throws SQLException {
        return node.transactions().run(work);
    }
}
