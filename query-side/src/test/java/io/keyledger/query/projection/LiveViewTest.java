package io.keyledger.query.projection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.keyledger.query.testing.Background;
import io.keyledger.query.testing.QueryNode;
import io.keyledger.query.testing.Store;
import io.keyledger.query.testing.StreamHistory;
import io.keyledger.shared.event.RoleEvent.RoleDeleted;
import io.keyledger.testsupport.ScratchDatabase;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

import java.sql.SQLException;
import java.util.List;
import java.util.UUID;

class LiveViewTest {

    private ScratchDatabase database;
    private Store store;
    private QueryNode node;

    @BeforeEach
    void open() {
        database = ScratchDatabase.create();
        store = new Store(database);
        node = new QueryNode(database, StreamHistory.in(database));
    }

    @AfterEach
    void close() {
        node.close();
        database.close();
    }

    @Test
    void aViewFollowsTheLedger() throws SQLException {
        write("one", 0, "a");
        write("two", 0, "b");
        write("one", 1, "c");
        store.uses("acme", UUID.fromString("00000000-0000-7000-8000-000000000001"), 0, 3);
        node.catchUp();
        assertThat(rows())
                .containsExactly(
                        "00000000-0000-7000-8000-000000000001 0 3 uses 4-",
                        "one 0 a 1-3",
                        "one 1 c 3-",
                        "two 0 b 2-");
    }

    @Test
    void severalNodesOnOneViewApplyEachEntryOnce() throws SQLException {
        QueryNode other = new QueryNode(database, new StreamHistory());
        try (Background _ = new Background(node::step);
                Background _ = new Background(other::step);
                Background _ =
                        new Background(
                                () -> {
                                    Thread.sleep(20);
                                    QueryNode.killAll(database);
                                    return false;
                                })) {
            for (int i = 0; i < 400; i++) {
                write("stream-" + i % 7, i / 7, "n" + i);
            }
        }
        node.catchUp();
        assertThat(rows()).hasSize(400);
        assertThat(parked()).isEmpty();
    }

    @Test
    void aPoisonEntryParksItsStreamAndStopsNobodyElse() throws SQLException {
        write("one", 0, "a");
        write("bad", 0, "before");
        write("bad", 1, "poison");
        write("two", 0, "b");
        write("bad", 2, "behind");
        node.catchUp();
        write("bad", 3, "later");
        write("one", 1, "c");
        node.catchUp();

        assertThat(rows())
                .containsExactly("bad 0 before 2-", "one 0 a 1-7", "one 1 c 7-", "two 0 b 4-");
        assertThat(parked())
                .satisfiesExactly(
                        first ->
                                assertThat(first)
                                        .startsWith("3 bad IllegalStateException in StreamHistory")
                                        .doesNotContain("s3cret"),
                        second -> assertThat(second).isEqualTo("5 bad null"),
                        third -> assertThat(third).isEqualTo("6 bad null"));
        ParkedStreams streams = new ParkedStreams(database.query());
        assertThat(streams.parkedOf(StreamHistory.VIEW, List.of("one", "bad")))
                .containsExactly("bad");
        assertThat(streams.isParked(StreamHistory.VIEW, "one")).isFalse();
    }

    @Test
    void bytesThatNoCodeCanReadParkTheirStreamWithoutBeingQuoted() throws SQLException {
        store.unreadable("acme", "bad", 0, new RoleDeleted(UUID.randomUUID(), "x", List.of()));
        write("one", 0, "a");
        node.catchUp();
        assertThat(rows()).containsExactly("one 0 a 2-");
        assertThat(parked())
                .containsExactly(
                        "1 bad role.RoleDeleted r2 does not hold what its revision promises");
    }

    @Test
    void aFaultOfTheDatabaseParksNobody() throws SQLException {
        write("one", 0, "a");
        node.jdbc().sql("ALTER TABLE views.stream_history_v1 RENAME COLUMN at TO away").update();
        node.jdbc().sql("ALTER TABLE views.stream_history_v1 DROP COLUMN valid_to").update();
        assertThatThrownBy(node::catchUp).isInstanceOf(SQLException.class);
        assertThat(parked()).isEmpty();
        assertThat(
                        node.jdbc()
                                .sql("SELECT position FROM query.view_position")
                                .query(Long.class)
                                .single())
                .isZero();
    }

    private void write(String stream, long sequence, String name) {
        store.event("acme", stream, sequence, new RoleDeleted(UUID.randomUUID(), name, List.of()));
    }

    private List<String> rows() {
        return texts(
                """
                SELECT concat_ws(' ', stream, version, content, valid_from || '-'
                       || nullif(valid_to, 9223372036854775807))
                       || CASE WHEN valid_to = 9223372036854775807
                               THEN ' ' || valid_from || '-' ELSE '' END
                  FROM views.stream_history_v1 ORDER BY stream COLLATE "C", valid_from
                """);
    }

    private List<String> parked() {
        return texts(
                """
                SELECT concat_ws(' ', position, stream, coalesce(cause, 'null'))
                  FROM query.dead_letter ORDER BY position
                """);
    }

    private List<String> texts(String sql) {
        return JdbcClient.create(database.query()).sql(sql).query(String.class).list();
    }
}
