package io.keyledger.query.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.keyledger.query.testing.QueryNode;
import io.keyledger.query.testing.Store;
import io.keyledger.shared.event.RoleEvent.RoleDeleted;
import io.keyledger.shared.ledger.RecordKind;
import io.keyledger.testsupport.ScratchDatabase;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.UUID;
import java.util.function.Predicate;

/** A ledger that has lost something, before whoever follows it. */
class LedgerReaderTest {

    private static final int ENTRIES = 5;

    private ScratchDatabase database;
    private QueryNode node;

    @BeforeEach
    void open() throws SQLException {
        database = ScratchDatabase.create();
        Store store = new Store(database);
        node = new QueryNode(database, new NoView());
        for (int i = 0; i < ENTRIES; i++) {
            store.event("acme", "s", i, new RoleDeleted(UUID.randomUUID(), "name", List.of()));
        }
        node.sequence();
    }

    @AfterEach
    void close() {
        node.close();
        database.close();
    }

    @Test
    void aWholeLedgerIsReadToItsEnd() throws SQLException {
        Portion portion = read(_ -> true);
        assertThat(portion.entries())
                .extracting(LedgerEntry::position)
                .containsExactly(1L, 2L, 3L, 4L, 5L);
        assertThat(portion.reached()).isEqualTo(ENTRIES);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 3, ENTRIES})
    void aLedgerThatLacksAnEntryIsRefused(long position) throws SQLException {
        lose("ledger.entry WHERE position = " + position);
        assertThatThrownBy(() -> read(_ -> true))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("the ledger lacks an entry");
    }

    @Test
    void anEntryThatLacksItsRecordIsRefused() throws SQLException {
        lose(
                "store.domain_event WHERE global_index ="
                        + " (SELECT global_index FROM ledger.entry WHERE position = 3)");
        assertThatThrownBy(() -> read(_ -> true))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("an entry of the ledger has no record in the store");
    }

    @Test
    void whoWantsOnlySomeKindsDoesNotMissTheOthers() throws SQLException {
        Portion portion = read(kind -> kind == RecordKind.USES);
        assertThat(portion.entries()).isEmpty();
        assertThat(portion.reached()).isEqualTo(ENTRIES);
    }

    private Portion read(Predicate<RecordKind> wanted) throws SQLException {
        return node.transactions().run(c -> new LedgerReader(wanted).read(c, 0, ENTRIES));
    }

    /** As only somebody with the whole database in hand can: tables refuse it to everybody else. */
    private void lose(String what) throws SQLException {
        try (Connection connection = database.superuser().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("SET session_replication_role = replica");
            assertThat(statement.executeUpdate("DELETE FROM " + what)).isOne();
        }
    }
}
