package io.keyledger.query.views;

import static io.keyledger.query.testing.Company.id;
import static io.keyledger.query.testing.Company.role;

import static org.assertj.core.api.Assertions.assertThat;

import io.keyledger.query.directory.DirectoryProjection;
import io.keyledger.query.replay.Rebuilding;
import io.keyledger.query.testing.Api;
import io.keyledger.query.testing.QueryNode;
import io.keyledger.shared.event.RoleEvent.RoleDeleted;
import io.keyledger.shared.event.RoleEvent.RolePermissionsChanged;
import io.keyledger.shared.event.WorkspaceEvent.WorkspaceCreated;
import io.keyledger.shared.event.WorkspaceEvent.WorkspaceRenamed;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import tools.jackson.databind.JsonNode;

import java.util.List;

/** Roles and workspaces in pages, as the rows that are still valid tell. */
class PagesOfNamesTest extends FreshViews {

    @BeforeEach
    void rolesOfTwoWorkspaces() throws Exception {
        ledger.events(
                "acme",
                new WorkspaceCreated("acme", "Acme"),
                role(id(15), "delta", "d:view"),
                role(id(14), "Charlie", "c:view"),
                role(id(13), "bravo", "b:view"),
                role(id(12), "same", "x:view"),
                role(id(11), "Same", "y:view"),
                role(id(16), "gone", "g:view"),
                new RoleDeleted(id(16), "gone", List.of()),
                new RolePermissionsChanged(id(13), List.of("b:view"), List.of("b:a", "b:b")));
        ledger.events("other", new WorkspaceCreated("other", "Other"), role(id(17), "alpha"));
        views.project();
    }

    @Test
    void rolesComeByNameWhateverItsCaseThenById() throws Exception {
        List<JsonNode> roles = allPages(ACME + "/roles");
        assertThat(texts(roles, "name"))
                .containsExactly("bravo", "Charlie", "delta", "Same", "same");
        assertThat(roles.getFirst().get("permissions"))
                .extracting(JsonNode::asString)
                .containsExactly("b:a", "b:b");
        assertThat(roles.getFirst().get("version").asLong()).isOne();
        assertThat(texts(allPages("/api/v1/workspaces/other/roles"), "name"))
                .containsExactly("alpha");
    }

    @Test
    void rolesThatArriveNeitherRepeatNorHideOthers() throws Exception {
        JsonNode first = api.read(ACME + "/roles?limit=2").body();
        ledger.events("acme", role(id(18), "aardvark"), role(id(19), "Zebra"));
        views.project();
        String cursor = first.get("nextCursor").asString();
        JsonNode second = api.read(ACME + "/roles?limit=10&cursor=" + cursor).body();
        assertThat(texts(second.get("items"), "name"))
                .containsExactly("delta", "Same", "same", "Zebra");
    }

    @Test
    void workspacesComeBySlugAsTheyAreNow() throws Exception {
        ledger.events("acme", new WorkspaceRenamed("acme", "Acme", "Acme Inc."));
        ledger.events("zulu", new WorkspaceCreated("zulu", "Zulu"));
        views.project();
        JsonNode first = api.readFrom("system", "/api/v1/workspaces?limit=2").body();
        assertThat(texts(first.get("items"), "name")).containsExactly("Acme Inc.", "Other");
        String cursor = first.get("nextCursor").asString();
        JsonNode second =
                api.readFrom("system", "/api/v1/workspaces?limit=2&cursor=" + cursor).body();
        assertThat(texts(second.get("items"), "slug")).containsExactly("zulu");
        assertThat(second.path("nextCursor").isNull()).isTrue();
    }

    @Test
    void aRebuiltViewThatTookOverIsReadByTheSameConnections() throws Exception {
        DirectoryProjection directory = new DirectoryProjection();
        try (QueryNode node = new QueryNode(database, directory);
                Api pooled = new Api(node.dataSource())) {
            String before = pooled.read(ACME + "/roles").text();
            for (int i = 0; i < 10; i++) {
                assertThat(pooled.read(ACME + "/roles").text()).isEqualTo(before);
            }
            assertThat(Rebuilding.givesTheSame(node, directory)).isTrue();
            assertThat(pooled.read(ACME + "/roles").text()).isEqualTo(before);
            assertThat(pooled.read(ACME).status()).isEqualTo(200);
        }
    }
}
