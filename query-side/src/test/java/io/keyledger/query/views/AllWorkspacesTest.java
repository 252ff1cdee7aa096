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

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import tools.jackson.databind.JsonNode;

import java.util.List;
import java.util.Map;

/** The same names in three workspaces: lists over all tell them apart and page through them. */
class AllWorkspacesTest extends SharedViews {

    private static final List<String> WORKSPACES = List.of("acme", "initech", "umbrella");

    /** What the report's route requires; in the second workspace nothing, so that it is public. */
    private static final Map<String, String> REPORTS =
            Map.of("acme", "catalog.reports:view", "umbrella", "reports:view");

    @Override
    void given() {
        int number = 100;
        for (String workspace : WORKSPACES) {
            number += 20;
            SecretHash hash = new SecretHash(1, Company.SECRET_HASH);
            ledger.events(
                    workspace,
                    new WorkspaceCreated(workspace, workspace),
                    role(id(number), "reader", "catalog.*:view"),
                    group(id(number + 1), "analysts"),
                    new SecurityPolicyCreated(
                            id(number + 2), "office", "", List.of(), PolicyGuards.NONE, false),
                    new ApiCreated(id(number + 3), new ApiDetails("catalog", "", List.of())),
                    route(number + 3, number + 4, "/v1/assets", "a:view"),
                    route(number + 3, number + 7, "/v1/reports", REPORTS.get(workspace)),
                    route(number + 3, number + 8, "/v1/twice", "a:view"),
                    new ApiCreated(id(number + 9), new ApiDetails("archive", "", List.of())),
                    route(number + 9, number + 9, "/v1/twice", "a:view"),
                    user(id(number + 5), "importer"),
                    user(id(number + 6), "exporter"),
                    new RoleAssigned(id(number + 5), id(number)),
                    new ApiKeyGenerated(
                            id(number + 5), "0KeyNumber000000000" + number, "key", hash, null));
        }
    }

    private static ApiRouteAdded route(
            int api, int number, String path, @Nullable String permission) {
        return new ApiRouteAdded(
                id(api), new ApiRoute(id(number), "GET", path, permission, null, null));
    }

    @ParameterizedTest
    @CsvSource({
        "roles, 3",
        "groups, 3",
        "policies, 3",
        "apis, 6",
        "routes, 12",
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

    @ParameterizedTest
    @ValueSource(
            strings = {
                "roles",
                "groups",
                "policies",
                "apis",
                "routes",
                "keys",
                "service-users",
                "audit",
                "who-can?permission=catalog.assets:view",
                "who-can?method=GET&path=/v1/reports"
            })
    void whoLivesInAWorkspaceSeesThatOne(String list) throws Exception {
        JsonNode items = api.readFrom("initech", "/api/v1/" + list).body().get("items");
        assertThat(items).isNotEmpty();
        assertThat(texts(items, "workspace")).containsOnly("initech");
        assertThat(items)
                .isEqualTo(api.read("/api/v1/workspaces/initech/" + list).body().get("items"));
    }

    @Test
    void whoLivesInAWorkspaceIsToldItsCounts() throws Exception {
        String day = "?from=2026-01-01&to=2026-01-01";
        JsonNode its = api.readFrom("initech", "/api/v1/audit/counts" + day).body().get("items");
        assertThat(its)
                .isNotEmpty()
                .isEqualTo(
                        api.read("/api/v1/workspaces/initech/audit/counts" + day)
                                .body()
                                .get("items"))
                .isNotEqualTo(api.read("/api/v1/audit/counts" + day).body().get("items"));
    }

    @Test
    void aCursorIsGoodForItsOwnListOnly() throws Exception {
        String next = api.read("/api/v1/roles?limit=1").body().get("nextCursor").asString();
        assertThat(api.read("/api/v1/roles?limit=1&cursor=" + next).status()).isEqualTo(200);
        assertThat(api.read(ACME + "/roles?limit=1&cursor=" + next).status()).isEqualTo(400);
        assertThat(api.read("/api/v1/groups?limit=1&cursor=" + next).status()).isEqualTo(400);
    }

    /** The third requires what its importer does not hold; the others' exporters hold nothing. */
    @Test
    void whoCanByMethodAndPathFollowsTheRoutesOfEachWorkspace() throws Exception {
        List<JsonNode> found = allPages("/api/v1/who-can?method=GET&path=/v1/reports");
        assertThat(texts(found, "workspace")).containsExactly("acme", "initech", "initech");
        assertThat(texts(found, "username")).containsExactly("importer", "exporter", "importer");
        assertThat(found.getFirst().at("/route/permission").asString())
                .isEqualTo("catalog.reports:view");
        assertThat(found.getFirst().at("/why/0/role/name").asString()).isEqualTo("reader");
        assertThat(found.get(1).at("/route/public").asBoolean()).isTrue();
        assertThat(found.get(1).get("why")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "/v1/nothing, no-route",
        "/v1/twice, ambiguous-route",
        "/v1/%252e%252e/assets, unsafe-path"
    })
    void whereNoWayLeadsNobodyCan(String path, String reason) throws Exception {
        JsonNode answer = api.read("/api/v1/who-can?method=GET&path=" + path).body();
        assertThat(answer.get("items")).isEmpty();
        assertThat(answer.get("reason").asString()).isEqualTo(reason);
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
