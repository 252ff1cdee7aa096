package io.keyledger.query.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.keyledger.testsupport.ScratchDatabase;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

@TestInstance(Lifecycle.PER_CLASS)
class TransactionsTest {

    private ScratchDatabase database;
    private JdbcTemplate others;

    /** Always the same connection, so that what one transaction leaves behind meets the next. */
    private SingleConnectionDataSource same;

    private Transactions transactions;

    @BeforeAll
    void open() throws SQLException {
        database = ScratchDatabase.create();
        others = new JdbcTemplate(database.query());
        same = new SingleConnectionDataSource(database.query().getConnection(), true);
        transactions = new Transactions(same);
    }

    @AfterAll
    void close() {
        same.destroy();
        database.close();
    }

    @Test
    void eachStatementSeesWhatWasCommittedBeforeItAlsoAfterATransactionOfOneSnapshot()
            throws SQLException {
        List<Integer> snapshot = transactions.inOneSnapshot(one -> twice(one, "snapshot"));
        List<Integer> each = transactions.run(one -> twice(one, "each"));
        List<Integer> look = transactions.look(one -> twice(one, "look"));
        assertThat(snapshot).containsExactly(0, 0);
        assertThat(each).containsExactly(0, 1);
        assertThat(look).containsExactly(0, 1);
    }

    @Test
    void whatThrowsIsTakenBackAndWhatIsLookedAtIsNoTransaction() throws SQLException {
        assertThatThrownBy(
                        () ->
                                transactions.run(
                                        connection -> {
                                            start(connection, "thrown");
                                            throw new SQLException("on purpose");
                                        }))
                .hasMessage("on purpose");
        assertThat(count(others, "thrown")).isZero();
        transactions.look(connection -> start(connection, "looked"));
        assertThat(count(others, "looked")).isEqualTo(1);
    }

    /** How many such views there are before somebody else puts one there, and after it. */
    private List<Integer> twice(Connection connection, String view) {
        JdbcTemplate own = on(connection);
        int before = count(own, view);
        others.update("INSERT INTO query.view_position VALUES (?, 'live', 0)", view);
        return List.of(before, count(own, view));
    }

    private static int start(Connection connection, String view) {
        return on(connection).update("INSERT INTO query.view_position VALUES (?, 'live', 0)", view);
    }

    private static int count(JdbcTemplate jdbc, String view) {
        Integer count =
                jdbc.queryForObject(
                        "SELECT count(*) FROM query.view_position WHERE view = ?",
                        Integer.class,
                        view);
        return count == null ? -1 : count;
    }

    private static JdbcTemplate on(Connection connection) {
        return new JdbcTemplate(new SingleConnectionDataSource(connection, true));
    }
}
