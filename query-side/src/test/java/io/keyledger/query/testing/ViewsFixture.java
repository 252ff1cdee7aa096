package io.keyledger.query.testing;

import io.keyledger.query.activity.ActivityProjection;
import io.keyledger.query.audittrail.AuditTrailProjection;
import io.keyledger.query.directory.DirectoryProjection;
import io.keyledger.query.keyuse.KeyUsageProjection;
import io.keyledger.query.ledger.LedgerEntry;
import io.keyledger.query.people.PeopleProjection;
import io.keyledger.query.projection.Projection;
import io.keyledger.query.projection.ViewCopy;
import io.keyledger.query.projection.ViewTables;
import io.keyledger.query.replay.Rebuilding;
import io.keyledger.query.routeuse.RouteUsageProjection;
import io.keyledger.query.usetrail.UseTrailProjection;
import io.keyledger.testsupport.ScratchDatabase;

import org.springframework.jdbc.core.simple.JdbcClient;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Brings the views of a scratch database to the end of what a ledger fixture wrote. */
public final class ViewsFixture {

    private static final List<Projection> PROJECTIONS =
            List.of(
                    new ActivityProjection(),
                    new DirectoryProjection(),
                    new KeyUsageProjection(),
                    new PeopleProjection(),
                    new AuditTrailProjection(),
                    new RouteUsageProjection(),
                    new UseTrailProjection());

    private final ScratchDatabase database;
    private final LedgerFixture ledger;
    private int projected;

    public ViewsFixture(ScratchDatabase database, LedgerFixture ledger) {
        this.database = database;
        this.ledger = ledger;
    }

    /** Applies what is new, in one batch a view. */
    public void project() throws SQLException {
        List<LedgerEntry> all = ledger.entries();
        for (Projection projection : PROJECTIONS) {
            apply(projection, all.subList(projected, all.size()), ViewCopy.LIVE);
        }
        projected = all.size();
    }

    /** What the live tables hold, and what they hold rebuilt in batches of that size. */
    public Map<String, String> live() throws SQLException {
        return digests("views");
    }

    public Map<String, String> rebuilt(int batchSize) throws SQLException {
        try (Connection connection = database.query().getConnection()) {
            for (Projection projection : PROJECTIONS) {
                Rebuilding.makeEmptyTables(connection, projection);
            }
        }
        List<LedgerEntry> all = ledger.entries();
        for (Projection projection : PROJECTIONS) {
            for (int from = 0; from < all.size(); from += batchSize) {
                int to = Math.min(all.size(), from + batchSize);
                apply(projection, all.subList(from, to), ViewCopy.REBUILD);
            }
        }
        return digests("views_rebuild");
    }

    private void apply(Projection projection, List<LedgerEntry> all, ViewCopy copy)
            throws SQLException {
        List<LedgerEntry> batch =
                all.stream().filter(entry -> projection.reads(entry.stored().kind())).toList();
        try (Connection connection = database.query().getConnection()) {
            connection.setAutoCommit(false);
            if (!batch.isEmpty()) {
                projection.apply(batch, new ViewTables(connection, copy));
            }
            if (copy == ViewCopy.LIVE) {
                move(connection, projection.view());
            }
            connection.commit();
        }
    }

    private void move(Connection connection, String view) throws SQLException {
        try (var statement =
                connection.prepareStatement(
                        """
                        INSERT INTO query.view_position VALUES (?, 'live', ?)
                        ON CONFLICT (view, copy) DO UPDATE SET position = EXCLUDED.position
                        """)) {
            statement.setString(1, view);
            statement.setLong(2, ledger.head());
            statement.execute();
        }
    }

    private Map<String, String> digests(String schema) {
        JdbcClient jdbc = JdbcClient.create(database.query());
        Map<String, String> digests = new TreeMap<>();
        for (Projection projection : PROJECTIONS) {
            for (String table : projection.tables()) {
                digests.put(
                        table,
                        jdbc.sql(
                                        "SELECT coalesce(string_agg(t::text, E'\\n' ORDER BY t::text), '') FROM "
                                                + schema
                                                + "."
                                                + table
                                                + " t")
                                .query(String.class)
                                .single());
            }
        }
        return digests;
    }
}
