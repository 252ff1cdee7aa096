package io.keyledger.query.replay;

import io.keyledger.query.Repositories;
import io.keyledger.query.ledger.LedgerEntry;
import io.keyledger.query.platform.Signals;
import io.keyledger.query.projection.Projection;
import io.keyledger.query.projection.ViewTables;
import io.keyledger.query.testing.QueryNode;
import io.keyledger.shared.event.EventJson;
import io.keyledger.shared.event.RoleEvent.RoleDeleted;
import io.keyledger.shared.record.MetadataJson;
import io.keyledger.shared.record.RecordMetadata;
import io.keyledger.shared.record.RecordedActor;
import io.keyledger.testsupport.ScratchDatabase;

import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;

/** Measures, asserts nothing; run by name: {@code -Dtest=ReplayRate}. */
class ReplayRate {

    private static final int ENTRIES = 200_000;

    @Test
    void ofASimpleSetBasedView() throws SQLException {
        try (ScratchDatabase database = ScratchDatabase.createDurable()) {
            Projection projection = new Content();
            try (QueryNode node = new QueryNode(database, projection)) {
                node.jdbc()
                        .sql(
                                """
                                CREATE TABLE views.content_v1 (position bigint PRIMARY KEY,
                                    stream text NOT NULL, content text NOT NULL)
                                """)
                        .update();
                write(database);
                print("sequencer", node::sequence);
                print("live view", node::project);
                print("replay, with both digests and the change of places", () -> replay(node));
            }
        }
    }

    private static void replay(QueryNode node) throws SQLException {
        UUID id =
                new ReplayCommands(node.transactions(), new Signals())
                        .start("content", List.of("content"), "measuring");
        Rebuilder rebuilder = new Rebuilder(new Content(), node.transactions());
        try (Repositories repositories = new Repositories(node.dataSource(), Replays.class)) {
            Replays replays = repositories.get(Replays.class);
            while (replays.find(id).orElseThrow().state().equals("running")) {
                rebuilder.step();
            }
            ReplayView replay = replays.find(id).orElseThrow();
            System.out.printf(
                    "identical %s, %,d entries a second while applying%n",
                    replay.identical(), replay.ratePerSecond());
        }
    }

    private interface Work {
        void run() throws SQLException;
    }

    private static void print(String what, Work work) throws SQLException {
        long begin = System.nanoTime();
        work.run();
        double seconds = (System.nanoTime() - begin) / 1e9;
        System.out.printf(
                "%s: %,d entries in %.1f s, %,.0f a second%n",
                what, ENTRIES, seconds, ENTRIES / seconds);
    }

    private static void write(ScratchDatabase database) {
        JdbcClient.create(database.command())
                .sql(
                        """
                        INSERT INTO store.domain_event (event_id, workspace, stream_type, stream,
                               sequence, type, revision, metadata, payload)
                        SELECT gen_random_uuid(), 'workspace-' || n % 10, 'role',
                               'stream-' || n % 5000, n / 5000, 'role.RoleDeleted', 2,
                               :metadata, :payload
                          FROM generate_series(1, :entries) AS n
                        """)
                .param("entries", ENTRIES)
                .param(
                        "metadata",
                        MetadataJson.write(
                                new RecordMetadata(
                                        RecordedActor.system("measuring"),
                                        UUID.randomUUID(),
                                        null,
                                        null,
                                        null,
                                        null)))
                .param(
                        "payload",
                        new EventJson()
                                .write(new RoleDeleted(UUID.randomUUID(), "name", List.of())))
                .update();
    }

    private static final class Content implements Projection {

        @Override
        public String view() {
            return "content";
        }

        @Override
        public List<String> tables() {
            return List.of("content_v1");
        }

        @Override
        public void apply(List<LedgerEntry> batch, ViewTables tables) throws SQLException {
            Connection connection = tables.connection();
            String sql =
                    "INSERT INTO %s SELECT * FROM unnest(?::bigint[], ?::text[], ?::text[])"
                            .formatted(tables.qualified("content_v1"));
            try (PreparedStatement statement = connection.prepareStatement(sql)) {
                Object[] positions = batch.stream().map(LedgerEntry::position).toArray();
                Object[] streams = batch.stream().map(entry -> entry.stored().stream()).toArray();
                Object[] contents =
                        batch.stream().map(entry -> entry.content().toString()).toArray();
                statement.setArray(1, connection.createArrayOf("bigint", positions));
                statement.setArray(2, connection.createArrayOf("text", streams));
                statement.setArray(3, connection.createArrayOf("text", contents));
                statement.executeUpdate();
            }
        }
    }
}
