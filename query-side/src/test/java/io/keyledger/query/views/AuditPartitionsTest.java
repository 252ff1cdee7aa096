package io.keyledger.query.views;

import static io.keyledger.query.testing.Company.KEY;

import static org.assertj.core.api.Assertions.assertThat;

import io.keyledger.query.audittrail.AuditTrailProjection;
import io.keyledger.query.replay.Rebuilding;
import io.keyledger.query.testing.QueryNode;
import io.keyledger.testsupport.ScratchDatabase;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Uses on both sides of the border between two partitions. */
class AuditPartitionsTest extends FreshViews {

    private static final String AUDIT = ACME + "/audit";
    private static final String RUNNING = "0190b5a0-0000-7000-8000-000000000001";
    private static final long BORDER = 1L << 24;

    /** So that two of the three records of uses, and three of the five uses, lie beyond it. */
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

        assertThat(partitions("views")).containsExactly("audit_use_v1_r0 2", "audit_use_v1_r1 3");
        assertThat(texts(allPages(AUDIT), "id")).isEqualTo(expected).hasSize(9);
        assertThat(texts(allPages(AUDIT + "?key=" + KEY), "id")).isEqualTo(ofKey);
        assertThat(texts(allPages(AUDIT + "?decision=deny"), "reason"))
                .containsExactly("wrong-secret", "unknown-key", "key-disabled");
    }

    @Test
    void aRebuildMakesItsOwnAndTakesThemAlong() throws Exception {
        happenAcrossTheBorder();
        List<String> before = partitions("views");
        AuditTrailProjection projection = new AuditTrailProjection();
        try (QueryNode node = new QueryNode(database, projection)) {
            assertThat(Rebuilding.givesTheSame(node, projection, BEFORE_TRAFFIC)).isTrue();
        }
        assertThat(partitions("views")).isEqualTo(before);
        assertThat(partitions("views_rebuild")).isEmpty();
        Traffic.moreUses(ledger);
        views.project();
        assertThat(partitions("views")).containsExactly("audit_use_v1_r0 2", "audit_use_v1_r1 4");
        assertThat(allPages(AUDIT)).hasSize(10);
    }

    @Test
    void theTableOfAnOlderVersionBecomesPartitions(@TempDir Path kept) throws Exception {
        Files.writeString(
                kept.resolve("views.audit_use_v1.tsv"),
                "entry\toccurred_at\tworkspace\tkey_id\n"
                        + use(5)
                        + use(BORDER - 1)
                        + use(BORDER)
                        + use(3 * BORDER + 7));
        Files.writeString(
                kept.resolve("query.rebuild.tsv"),
                "replay_id\tview\tstate\tphase\n" + RUNNING + "\taudit-trail\trunning\tapply\n");
        try (ScratchDatabase old = ScratchDatabase.kept(kept, "11")) {
            assertThat(partitions(old, "views"))
                    .containsExactly(
                            "audit_use_v1_r0 2",
                            "audit_use_v1_r1 1",
                            "audit_use_v1_r2 0",
                            "audit_use_v1_r3 1");
            assertThat(
                            JdbcClient.create(old.query())
                                    .sql("SELECT phase FROM query.rebuild")
                                    .query(String.class)
                                    .single())
                    .isEqualTo("prepare");
        }
    }

    private static String use(long position) {
        return (position << 20) + "\t2026-01-01 00:00:00+00\tacme\t" + KEY + "\n";
    }

    private void happenAcrossTheBorder() throws Exception {
        ledger.startAfter(BEFORE_TRAFFIC);
        Traffic.happens(ledger);
        views.project();
    }

    private List<String> partitions(String schema) {
        return partitions(database, schema);
    }

    /** Each with how many rows it holds. */
    private static List<String> partitions(ScratchDatabase of, String schema) {
        return JdbcClient.create(of.query())
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
