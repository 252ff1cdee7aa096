package io.keyledger.query.replay;

import io.keyledger.query.Repositories;
import io.keyledger.query.platform.Signals;
import io.keyledger.query.testing.QueryNode;
import io.keyledger.query.testing.Store;
import io.keyledger.query.testing.StreamHistory;
import io.keyledger.shared.event.RoleEvent.RoleDeleted;
import io.keyledger.testsupport.ScratchDatabase;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Timeout;
import org.springframework.jdbc.core.simple.JdbcClient;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;

/** A view, what has been written to it, and rebuilds of it step by step. */
@Timeout(120)
abstract class RebuildingTest {

    ScratchDatabase database;
    Store store;
    StreamHistory projection;
    QueryNode node;
    Rebuilder rebuilder;
    ReplayCommands commands;
    private JdbcClient reader;
    private Repositories repositories;
    Replays replays;

    @BeforeEach
    void open() {
        database = ScratchDatabase.create();
        reader = JdbcClient.create(database.superuser());
        store = new Store(database);
        projection = StreamHistory.in(database);
        node = new QueryNode(database, projection);
        rebuilder = new Rebuilder(projection, node.transactions());
        commands = new ReplayCommands(node.transactions(), new Signals());
        repositories = new Repositories(database.superuser(), Replays.class);
        replays = repositories.get(Replays.class);
    }

    @AfterEach
    void close() {
        repositories.close();
        node.close();
        database.close();
    }

    UUID start() throws SQLException {
        return commands.start(StreamHistory.VIEW, List.of(StreamHistory.VIEW), "operator");
    }

    ReplayView finish(UUID id) throws SQLException {
        return finish(rebuilder, id);
    }

    ReplayView finish(Rebuilder by, UUID id) throws SQLException {
        while (replays(id).state().equals("running")) {
            by.step();
        }
        return replays(id);
    }

    ReplayView replays(UUID id) {
        return replays.find(id).orElseThrow();
    }

    static RoleDeleted event(int number) {
        return new RoleDeleted(UUID.randomUUID(), "n" + number, List.of());
    }

    List<String> rows() {
        return texts("SELECT t::text FROM views.stream_history_v1 t ORDER BY stream, valid_from");
    }

    long left() {
        return reader.sql("SELECT count(*) FROM pg_tables WHERE schemaname = 'views_rebuild'")
                .query(Long.class)
                .single();
    }

    List<String> texts(String sql) {
        return reader.sql(sql).query(String.class).list();
    }

    void write(int from, int to) throws SQLException {
        try (Connection connection = store.command().getConnection()) {
            connection.setAutoCommit(false);
            for (int number = from; number < to; number++) {
                Store.event(connection, "acme", "s" + number % 11, number / 11, event(number));
            }
            connection.commit();
        }
    }
}
