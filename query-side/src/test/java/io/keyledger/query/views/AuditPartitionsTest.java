package io.keyledger.query.views;

import static io.keyledger.query.testing.Company.KEY;

import static org.assertj.core.api.Assertions.assertThat;

import io.keyledger.query.replay.Rebuilding;
import io.keyledger.query.testing.QueryNode;
import io.keyledger.query.usetrail.UseTrailProjection;
import io.keyledger.testsupport.ScratchDatabase;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;

/** Uses on both sides of the border between two partitions. */
class AuditPartitionsTest extends FreshViews {

    private static final String AUDIT = ACME + "/audit";
    private static final String RUNNING = "0190b5a0-0000-7000-8000-000000000001";
    private static final long BORDER = 1L << 24;

    /** So that two of the three records of uses lie beyond it, in a block of their own. */
    private static final long BEFORE_TRAFFIC = BORDER - 6;

    @Test
    void pagesGoAcrossTheBorder() throws Exception {
        Traffic.happens(ledger);
        views.project();
        List<String> expected = texts(allPages(AUDIT), "id");
        List<String> ofKey = texts(allPages(AUDIT + "?key=" + KEY), "id");
        close();
        open();

        happenAcrossTheBorder();

        assertThat(partitions("views"))
                .containsExactly("key_use_block_v2_r0 1", "key_use_block_v2_r1 1");
        assertThat(texts(allPages(AUDIT), "id")).isEqualTo(expected).hasSize(9);
        assertThat(texts(allPages(AUDIT + "?key=" + KEY), "id")).isEqualTo(ofKey);
        assertThat(texts(allPages(AUDIT + "?decision=deny"), "reason"))
                .containsExactly("wrong-secret", "unknown-key", "key-disabled");
    }

    @Test
    void aRebuildMakesItsOwnAndTakesThemAlong() throws Exception {
        happenAcrossTheBorder();
        List<String> before = partitions("views");
        UseTrailProjection projection = new UseTrailProjection();
        try (QueryNode node = new QueryNode(database, projection)) {
            assertThat(Rebuilding.givesTheSame(node, projection, BEFORE_TRAFFIC)).isTrue();
        }
        assertThat(partitions("views")).isEqualTo(before);
        assertThat(partitions("views_rebuild")).isEmpty();
        Traffic.moreUses(ledger);
        views.project();
        assertThat(partitions("views"))
                .containsExactly("key_use_block_v2_r0 1", "key_use_block_v2_r1 1");
        assertThat(allPages(AUDIT)).hasSize(10);
    }

    @Test
    void theTableOfAnOlderVersionIsLeftBehind(@TempDir Path kept) throws Exception {
        Files.writeString(
                kept.resolve("views.audit_change_v1.tsv"),
                "entry\toccurred_at\tevent_id\tcorrelation_id\tworkspace\ttype\tactor_kind\tactor_id"
                        + "\tsubject_kind\tsubject_id\n"
                        + change(1048576, "2026-01-01 00:59:59.999999+00")
                        + change(3145728, "2026-01-01 00:00:00+00")
                        + change(5242880, "2026-01-01 01:00:00+00"));
        Files.writeString(
                kept.resolve("views.audit_hour_v1.tsv"),
                "workspace\thour\tfirst_entry\tlast_entry\nacme\t2026-01-01 00:00:00+00\t1\t9\n");
        Files.writeString(
                kept.resolve("query.rebuild.tsv"),
                "replay_id\tview\tstate\tphase\n" + RUNNING + "\taudit-trail\trunning\tapply\n");
        try (ScratchDatabase old = ScratchDatabase.kept(kept, "12")) {
            assertThat(texts(old, "SELECT phase FROM query.rebuild")).containsExactly("prepare");
            assertThat(
                            texts(
                                    old,
                                    "SELECT concat_ws(' ', workspace, hour AT TIME ZONE 'UTC',"
                                            + " first_entry, last_entry) FROM views.audit_hour_v1 ORDER BY hour"))
                    .containsExactly(
                            "acme 2026-01-01 00:00:00 1048576 3145728",
                            "acme 2026-01-01 01:00:00 5242880 5242880");
        }
    }

    private static String change(long entry, String at) {
        UUID id = new UUID(0, entry);
        return "%d\t%s\t%s\t%s\tacme\trole.RoleCreated\tsystem\tx\trole\tx\n"
                .formatted(entry, at, id, id);
    }

    private static List<String> texts(ScratchDatabase database, String sql) {
        return JdbcClient.create(database.query()).sql(sql).query(String.class).list();
    }

    private void happenAcrossTheBorder() throws Exception {
        ledger.startAfter(BEFORE_TRAFFIC);
        Traffic.happens(ledger);
        views.project();
    }

    /** Each with how many rows it holds. */
    private List<String> partitions(String schema) {
        return JdbcClient.create(database.query())
                .sql(
                        """
                        SELECT c.relname || ' ' || (xpath('/row/n/text()', query_to_xml(
                                   format('SELECT count(*) AS n FROM %I.%I', nspname, relname), false, true, '')))[1]
                          FROM pg_class c JOIN pg_namespace n ON n.oid = relnamespace
                         WHERE nspname = ? AND relispartition AND relkind = 'r'
                         ORDER BY relname
                        """)
                .param(schema)
                .query(String.class)
                .list();
    }
}
