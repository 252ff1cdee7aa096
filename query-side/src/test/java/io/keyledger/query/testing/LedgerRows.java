package io.keyledger.query.testing;

import static org.assertj.core.api.Assertions.assertThat;

import io.keyledger.testsupport.ScratchDatabase;

import org.springframework.jdbc.core.simple.JdbcClient;

import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Looks at the ledger as it is stored. */
public final class LedgerRows {

    private final JdbcClient jdbc;

    public LedgerRows(ScratchDatabase database) {
        this.jdbc = JdbcClient.create(database.superuser());
    }

    public long size() {
        return jdbc.sql("SELECT count(*) FROM ledger.entry").query(Long.class).single();
    }

    /** Every column of every entry, in order. */
    public List<String> all() {
        return jdbc.sql("SELECT e::text FROM ledger.entry e ORDER BY position")
                .query(String.class)
                .list();
    }

    /**
     * From now on the ledger takes no record with that event id, by a constraint {@code refused}.
     */
    public void refuse(UUID eventId) {
        jdbc.sql(
                        """
                        CREATE FUNCTION ledger.refuse() RETURNS trigger LANGUAGE plpgsql AS $$
                        BEGIN
                            IF EXISTS (SELECT FROM store.record r
                                        WHERE r.global_index = NEW.global_index AND r.event_id = '%s') THEN
                                RAISE check_violation USING CONSTRAINT = 'refused';
                            END IF;
                            RETURN NEW;
                        END $$;
                        CREATE TRIGGER refuse BEFORE INSERT ON ledger.entry
                            FOR EACH ROW EXECUTE FUNCTION ledger.refuse()
                        """
                                .formatted(eventId))
                .update();
    }

    /** Entries and records are one to one, and the numbers are dense. */
    public void assertComplete() {
        for (String pending : List.of("ledger_pending", "key_use_pending")) {
            assertThat(jdbc.sql("SELECT count(*) FROM store." + pending).query(Long.class).single())
                    .isZero();
        }
        assertThat(
                        jdbc.sql(
                                        """
                                        SELECT count(*) FROM store.record r
                                          FULL JOIN ledger.entry e USING (global_index)
                                         WHERE r.workspace IS DISTINCT FROM e.workspace
                                        """)
                                .query(Long.class)
                                .single())
                .isZero();
        assertDense();
    }

    public void assertDense() {
        assertThat(
                        jdbc.sql(
                                        """
                                        SELECT count(*) = max(position), min(position) = 1,
                                               max(position) = (SELECT position FROM ledger.head)
                                          FROM ledger.entry
                                        """)
                                .query()
                                .singleRow()
                                .values())
                .allMatch(Boolean.TRUE::equals);
        assertThat(
                        jdbc.sql(
                                        """
                                        SELECT workspace FROM ledger.entry
                                          JOIN ledger.workspace_head USING (workspace)
                                         GROUP BY workspace, next_sequence
                                        HAVING count(*) <> max(workspace_sequence) + 1
                                            OR count(*) <> next_sequence
                                            OR min(workspace_sequence) <> 0
                                        """)
                                .query(String.class)
                                .list())
                .isEmpty();
        assertThat(outOfOrder()).isEmpty();
    }

    private List<Map<String, Object>> outOfOrder() {
        return jdbc.sql(
                        """
                        SELECT * FROM (
                            SELECT position, ledgered_at,
                                   lag(ledgered_at) OVER (ORDER BY position) AS earlier,
                                   workspace_sequence,
                                   lag(workspace_sequence)
                                       OVER (PARTITION BY workspace ORDER BY position) AS lower
                              FROM ledger.entry) e
                         WHERE earlier > ledgered_at OR lower > workspace_sequence
                        """)
                .query()
                .listOfRows();
    }
}
