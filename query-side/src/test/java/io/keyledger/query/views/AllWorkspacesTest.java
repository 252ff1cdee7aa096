package io.keyledger.query.views;

import static io.keyledger.query.testing.Company.group;
import static io.keyledger.query.testing.Company.id;
import static io.keyledger.query.testing.Company.role;
import static io.keyledger.query.testing.Company.user;

import static org.assertj.core.api.Assertions.assertThat;

import io.keyledger.query.testing.Company;
import io.keyledger.shared.event.ApiDetails;
import io.keyledger.shared.event.ApiEvent.ApiCreated;
import io.keyledger.shared.event.ApiEvent.ApiRouteAdded;
import io.keyledger.shared.event.ApiRoute;
import io.keyledger.shared.event.SecretHash;
import io.keyledger.shared.event.SecurityPolicyEvent.SecurityPolicyCreated;
import io.keyledger.shared.event.ServiceUserEvent.ApiKeyGenerated;
import io.keyledger.shared.event.ServiceUserEvent.RoleAssigned;
import io.keyledger.shared.event.WorkspaceEvent.WorkspaceCreated;
import io.keyledger.shared.policy.PolicyGuards;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import tools.jackson.databind.JsonNode;

import java.util.List;

/** The same names in three workspaces: lists over all tell them apart and page through them. */
class AllWorkspacesTest extends SharedViews {

    private static final List<String> WORKSPACES = List.of("acme", "initech", "umbrella");

    @Override
    void given() {
        int number = 100;
        for (String workspace : WORKSPACES) {
            number += 10;
            SecretHash hash = new SecretHash(1, Company.SECRET_HASH);
            ledger.events(
                    workspace,
                    new WorkspaceCreated(workspace, workspace),
                    role(id(number), "reader", "catalog.*:view"),
                    group(id(number + 1), "analysts"),
                    new SecurityPolicyCreated(
                            id(number + 2), "office", "", List.of(), PolicyGuards.NONE, false),
                    new ApiCreated(id(number + 3), new ApiDetails("catalog", "", List.of())),
                    new ApiRouteAdded(
                            id(number + 3),
                            new ApiRoute(
                                    id(number + 4), "GET", "/v1/assets", "a:view", null, null)),
                    user(id(number + 5), "importer"),
                    user(id(number + 6), "exporter"),
                    new RoleAssigned(id(number + 5), id(number)),
                    new ApiKeyGenerated(
                            id(number + 5), "0KeyNumber000000000" + number, "key", hash, null));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "roles, 3",
        "groups, 3",
        "policies, 3",
        "apis, 3",
        "routes, 3",
        "keys, 3",
        "service-users, 6",
        "who-can?permission=catalog.assets:view, 3",
        "service-users?permission=catalog.assets:view, 3",
        "service-users?q=EXP, 3"
    })
    void listsGoOverAllOfThem(String list, int count) throws Exception {
        List<JsonNode> items = allPages("/api/v1/" + list);
        assertThat(items).hasSize(count);
        assertThat(items.stream().map(JsonNode::toString).distinct()).hasSize(count);
        assertThat(texts(items, "workspace")).isSorted().containsAll(WORKSPACES);
        for (String workspace : WORKSPACES) {
            List<JsonNode> its = allPages("/api/v1/workspaces/" + workspace + "/" + list);
            assertThat(its)
                    .containsExactlyElementsOf(
                            items.stream()
                                    .filter(
                                            item ->
                                                    item.get("workspace")
                                                            .asString()
                                                            .equals(workspace))
                                    .toList());
        }
    }

    @Test
    void aCursorIsGoodForItsOwnListOnly() throws Exception {
        String next = api.read("/api/v1/roles?limit=1").body().get("nextCursor").asString();
        assertThat(api.read("/api/v1/roles?limit=1&cursor=" + next).status()).isEqualTo(200);
        assertThat(api.read(ACME + "/roles?limit=1&cursor=" + next).status()).isEqualTo(400);
        assertThat(api.read("/api/v1/groups?limit=1&cursor=" + next).status()).isEqualTo(400);
    }

    @Test
    void methodAndPathAreAskedInAWorkspace() throws Exception {
        var answer = api.read("/api/v1/who-can?method=GET&path=/v1/assets");
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.body().get("field").asString()).isEqualTo("permission");
    }

    @Test
    void nothingOfAnotherWorkspaceIsFoundInOne() throws Exception {
        for (String list : List.of("roles", "groups", "policies", "apis", "routes")) {
            String theirs =
                    api.read("/api/v1/workspaces/umbrella/" + list)
                            .body()
                            .get("items")
                            .get(0)
                            .get("id")
                            .asString();
            assertThat(api.read(ACME + "/" + list + "/" + theirs).status()).isEqualTo(404);
        }
    }
}
