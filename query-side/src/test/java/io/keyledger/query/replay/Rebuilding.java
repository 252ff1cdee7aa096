package io.keyledger.query.replay;

import io.keyledger.query.Repositories;
import io.keyledger.query.platform.Signals;
import io.keyledger.query.projection.Projection;
import io.keyledger.query.testing.QueryNode;

import org.springframework.jdbc.core.simple.JdbcClient;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;

/** Rebuilds a view from its beginning to its end, for tests of projections. */
public final class Rebuilding {

    private Rebuilding() {}

    public static void makeEmptyTables(Connection connection, Projection projection)
            throws SQLException {
        new RebuildTables(connection, projection.tables()).create();
    }

    /** Whether the rebuilt view, which has taken over, was the live one byte for byte. */
    public static boolean givesTheSame(QueryNode node, Projection projection) throws SQLException {
        return givesTheSame(node, projection, 0);
    }

    /** The same in a ledger of which nothing is known up to a position. */
    public static boolean givesTheSame(QueryNode node, Projection projection, long before)
            throws SQLException {
        UUID id =
                new ReplayCommands(node.transactions(), new Signals())
                        .start(projection.view(), List.of(projection.view()), "test");
        Rebuilder rebuilder = new Rebuilder(projection, node.transactions());
        rebuilder.step();
        JdbcClient.create(node.dataSource())
                .sql("UPDATE query.view_position SET position = ? WHERE copy = 'rebuild'")
                .param(before)
                .update();
        try (Repositories repositories = new Repositories(node.dataSource(), Replays.class)) {
            Replays replays = repositories.get(Replays.class);
            while (replays.find(id).orElseThrow().state().equals("running")) {
                rebuilder.step();
            }
            return Boolean.TRUE.equals(replays.find(id).orElseThrow().identical());
        }
    }
}
