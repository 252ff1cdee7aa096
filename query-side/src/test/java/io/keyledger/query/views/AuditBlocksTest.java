package io.keyledger.query.views;

import static io.keyledger.query.testing.Company.IMPORTER;
import static io.keyledger.query.testing.Company.KEY;

import static org.assertj.core.api.Assertions.assertThat;

import io.keyledger.query.replay.Rebuilding;
import io.keyledger.query.testing.LedgerFixture;
import io.keyledger.query.testing.QueryNode;
import io.keyledger.query.testing.Uses;
import io.keyledger.query.usetrail.UseTrailProjection;
import io.keyledger.shared.event.WorkspaceEvent.WorkspaceCreated;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import tools.jackson.databind.JsonNode;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** A trail of several blocks and three workspaces, read in pages of many. */
class AuditBlocksTest extends FreshViews {

    private static final List<String> WORKSPACES = List.of("acme", "busy", "other");
    private static final String RARE = "1RareKey00000000000001";
    private static final int RECORDS = 1_800;

    /** Where in the list of records the rare key was used. */
    private static final List<Integer> RARELY = List.of(0, 513, 1_650);

    private record Use(String workspace, long position, int record, int index, String key) {}

    private final List<Use> uses = new ArrayList<>();

    @BeforeEach
    void usesHappen() throws Exception {
        ledger.events("acme", new WorkspaceCreated("acme", "Acme"));
        for (int i = 0; i < RECORDS; i++) {
            String workspace = WORKSPACES.get(i % WORKSPACES.size());
            String key = RARELY.contains(i) ? RARE : KEY;
            long position =
                    ledger.uses(
                            workspace,
                            new Uses(IMPORTER, 1, 2)
                                    .at(
                                            ledger.nextTime(),
                                            Uses.allowed(key, "catalog.assets:view"),
                                            Uses.refused(KEY, "key-expired")));
            uses.add(new Use(workspace, position, i, 0, key));
            uses.add(new Use(workspace, position, i, 1, KEY));
            if (i % 700 == 99) {
                views.project();
            }
        }
        views.project();
        uses.sort(Comparator.comparingLong(Use::position).thenComparingInt(Use::index).reversed());
    }

    @Test
    void pagesOfAWorkspaceHoldEachUseOnce() throws Exception {
        assertThat(pages(ACME + "/audit?kind=use&limit=97"))
                .isEqualTo(
                        ids(uses.stream().filter(use -> use.workspace().equals("acme")).toList()));
    }

    @Test
    void pagesOfAllWorkspacesHoldEachUseOnce() throws Exception {
        assertThat(pages("/api/v1/audit?kind=use&limit=500")).isEqualTo(ids(uses));
    }

    @Test
    void aKeyThatWasRarelyUsedIsFound() throws Exception {
        assertThat(pages("/api/v1/audit?limit=2&key=" + RARE))
                .isEqualTo(ids(uses.stream().filter(use -> use.key().equals(RARE)).toList()))
                .hasSize(RARELY.size());
    }

    @Test
    void aTimeLongAgoIsFound() throws Exception {
        long at = 700;
        String when = "&from=" + LedgerFixture.timeOf(at) + "&to=" + LedgerFixture.timeOf(at + 1);
        assertThat(pages("/api/v1/audit?limit=1" + when))
                .isEqualTo(ids(uses.stream().filter(use -> use.position() == at).toList()))
                .hasSize(2);
    }

    @Test
    void portionsOfAnySizeGiveWhatARebuildGives() throws Exception {
        UseTrailProjection projection = new UseTrailProjection();
        try (QueryNode node = new QueryNode(database, projection)) {
            assertThat(Rebuilding.givesTheSame(node, projection)).isTrue();
        }
        assertThat(pages("/api/v1/audit?kind=use&limit=500")).isEqualTo(ids(uses));
    }

    private List<String> pages(String path) throws Exception {
        List<String> ids = new ArrayList<>();
        String next = "";
        while (next != null) {
            JsonNode body = api.read(path + (next.isEmpty() ? "" : "&cursor=" + next)).body();
            body.get("items").forEach(item -> ids.add(item.get("id").asString()));
            next = body.path("nextCursor").asString(null);
        }
        return ids;
    }

    private static List<String> ids(List<Use> uses) {
        return uses.stream()
                .map(use -> LedgerFixture.WRITER + "-" + use.record() + "-" + use.index())
                .toList();
    }
}
