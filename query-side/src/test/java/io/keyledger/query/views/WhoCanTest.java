package io.keyledger.query.views;

import static io.keyledger.query.testing.Company.ANALYSTS;
import static io.keyledger.query.testing.Company.CATALOG;
import static io.keyledger.query.testing.Company.IMPORTER;
import static io.keyledger.query.testing.Company.OFFICE;
import static io.keyledger.query.testing.Company.READER;
import static io.keyledger.query.testing.Company.WRITER;
import static io.keyledger.query.testing.Company.group;
import static io.keyledger.query.testing.Company.id;
import static io.keyledger.query.testing.Company.role;
import static io.keyledger.query.testing.Company.user;

import static org.assertj.core.api.Assertions.assertThat;

import io.keyledger.query.testing.LedgerFixture;
import io.keyledger.shared.event.ApiDetails;
import io.keyledger.shared.event.ApiEvent.ApiCreated;
import io.keyledger.shared.event.ApiEvent.ApiRouteAdded;
import io.keyledger.shared.event.ApiEvent.ApiRouteRemoved;
import io.keyledger.shared.event.ApiRoute;
import io.keyledger.shared.event.DomainEvent;
import io.keyledger.shared.event.SecurityPolicyEvent.SecurityPolicyCreated;
import io.keyledger.shared.event.SecurityPolicyEvent.SecurityPolicyDisabled;
import io.keyledger.shared.event.SecurityPolicyEvent.SecurityPolicyEnabled;
import io.keyledger.shared.event.ServiceUserDetails;
import io.keyledger.shared.event.ServiceUserEvent.GroupAssigned;
import io.keyledger.shared.event.ServiceUserEvent.RoleAssigned;
import io.keyledger.shared.event.ServiceUserEvent.ServiceUserCreated;
import io.keyledger.shared.event.ServiceUserEvent.ServiceUserDisabled;
import io.keyledger.shared.event.UserGroupEvent.SecurityPolicyAttachedToGroup;
import io.keyledger.shared.event.WorkspaceEvent.WorkspaceCreated;
import io.keyledger.shared.policy.PolicyGrant;
import io.keyledger.shared.policy.PolicyGuards;
import io.keyledger.shared.policy.PolicyState;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import tools.jackson.databind.JsonNode;

import java.util.List;
import java.util.Map;

class WhoCanTest extends FreshViews {

    private static final ApiRoute VIEW =
            new ApiRoute(id(20), "GET", "/v1/assets/{id}", "catalog.assets:view", null, null);
    private static final ApiRoute OPEN =
            new ApiRoute(id(21), "GET", "/v1/status", null, null, null);

    /** The importer can view by a policy of its group, the exporter by its own role. */
    private static final List<DomainEvent> STORY =
            List.of(
                    new WorkspaceCreated("acme", "Acme"),
                    role(READER, "reader", "catalog.*:view"),
                    role(WRITER, "writer", "catalog.*:*"),
                    group(ANALYSTS, "analysts"),
                    user(IMPORTER, "importer"),
                    new GroupAssigned(IMPORTER, ANALYSTS),
                    user(id(10), "exporter"),
                    new RoleAssigned(id(10), WRITER),
                    new SecurityPolicyCreated(
                            OFFICE,
                            "office",
                            "",
                            List.of(new PolicyGrant(READER, null)),
                            PolicyGuards.NONE,
                            false),
                    new SecurityPolicyAttachedToGroup(ANALYSTS, OFFICE),
                    new SecurityPolicyEnabled(OFFICE, PolicyState.DISABLED),
                    new ApiCreated(CATALOG, new ApiDetails("catalog", "", List.of())),
                    new ApiRouteAdded(CATALOG, VIEW),
                    new ApiRouteAdded(CATALOG, OPEN),
                    new ServiceUserCreated(
                            id(11),
                            new ServiceUserDetails(
                                    "idle", "", "ada", Map.of("team", "data"), null)));

    @BeforeEach
    void tell() throws Exception {
        ledger.events("acme", STORY.toArray(DomainEvent[]::new));
        views.project();
    }

    @Test
    void byPermissionWithEveryWay() throws Exception {
        JsonNode answer = whoCan("permission=catalog.assets:view");
        assertThat(texts(answer.get("items"), "username")).containsExactly("exporter", "importer");
        JsonNode why = answer.get("items").get(1).get("why").get(0);
        assertThat(why.get("group").get("name").asString()).isEqualTo("analysts");
        assertThat(why.get("policy").get("name").asString()).isEqualTo("office");
        assertThat(why.get("role").get("name").asString()).isEqualTo("reader");
    }

    @Test
    void byMethodAndPath() throws Exception {
        JsonNode answer = whoCan("method=HEAD&path=/v1/assets/7&api=Catalog");
        assertThat(answer.get("permission").asString()).isEqualTo("catalog.assets:view");
        assertThat(answer.get("route").get("path").asString()).isEqualTo("/v1/assets/{id}");
        assertThat(texts(answer.get("items"), "username")).containsExactly("exporter", "importer");
        assertThat(texts(whoCan("method=GET&path=/v1/status").get("items"), "username"))
                .containsExactly("exporter", "idle", "importer");
    }

    @ParameterizedTest
    @CsvSource({"GET, /v1/other, no-route", "GET, /v1/../status, unsafe-path"})
    void nobodyWhereNoRouteLeads(String method, String path, String reason) throws Exception {
        JsonNode answer = whoCan("method=" + method + "&path=" + path);
        assertThat(answer.get("reason").asString()).isEqualTo(reason);
        assertThat(answer.get("items")).isEmpty();
    }

    @Test
    void whatThereIsToBeGranted() throws Exception {
        ledger.events(
                "acme",
                role(id(30), "clerk", "catalog.assets:view"),
                role(id(31), "biller", "billing:view"),
                role(id(32), "owner", "workspace.ownership:delete"));
        views.project();
        String known = ACME + "/known-permissions";
        assertThat(texts(allPages(known), "permission"))
                .containsExactly("billing:view", "catalog.assets:view");
        JsonNode covered = api.read(known + "?pattern=catalog.*:view").body().get("items");
        assertThat(texts(covered, "permission")).containsExactly("catalog.assets:view");
        assertThat(covered.get(0).get("routeCount").asLong()).isEqualTo(1);
        assertThat(covered.get(0).get("roleCount").asLong()).isEqualTo(1);
        assertThat(api.read(known + "?pattern=other:*").body().get("items")).isEmpty();
    }

    @Test
    void aboutOneServiceUserAlone() throws Exception {
        String asked = "permission=catalog.assets:view&serviceUser=";
        assertThat(texts(whoCan(asked + id(10)).get("items"), "username"))
                .containsExactly("exporter");
        assertThat(whoCan(asked + id(11)).get("items")).isEmpty();
        assertThat(
                        texts(
                                whoCan("method=GET&path=/v1/status&serviceUser=" + id(11))
                                        .get("items"),
                                "username"))
                .containsExactly("idle");
    }

    @Test
    void asOfAMoment() throws Exception {
        ledger.events(
                "acme",
                new SecurityPolicyDisabled(OFFICE, PolicyState.ENABLED),
                new ServiceUserDisabled(id(10)),
                new ApiRouteRemoved(CATALOG, VIEW));
        views.project();
        assertThat(whoCan("permission=catalog.assets:view").get("items")).isEmpty();
        assertThat(whoCan("method=GET&path=/v1/assets/7").get("reason").asString())
                .isEqualTo("no-route");
        String then = "&at=" + LedgerFixture.timeOf(STORY.size()).plusSeconds(30);
        assertThat(texts(whoCan("permission=catalog.assets:view" + then).get("items"), "username"))
                .containsExactly("exporter", "importer");
        assertThat(whoCan("method=GET&path=/v1/assets/7" + then).get("items")).hasSize(2);
    }

    @Test
    void onePageAfterAnother() throws Exception {
        JsonNode first = whoCan("permission=catalog.assets:view&limit=1");
        JsonNode second =
                whoCan(
                        "permission=catalog.assets:view&limit=1&cursor="
                                + first.get("nextCursor").asString());
        assertThat(texts(first.get("items"), "username")).containsExactly("exporter");
        assertThat(texts(second.get("items"), "username")).containsExactly("importer");
        assertThat(second.get("nextCursor").isNull()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "limit=5, permission",
        "permission=x, permission",
        "permission=a:b&method=GET&path=/, permission",
        "method=GET, path",
        "permission=a:b&serviceUser=x, serviceUser",
        "permission=a:b&at=never, at",
        "permission=a:b&limit=0, limit",
    })
    void oneQuestionAtATime(String query, String field) throws Exception {
        var answer = api.read(ACME + "/who-can?" + query);
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.body().get("field").asString()).isEqualTo(field);
    }

    @ParameterizedTest
    @CsvSource({
        "owner=ada, idle",
        "label=team:data, idle",
        "label=team:other, ''",
        "label=team:data&label=team:data, idle",
        "label=team:data&label=team:other, ''",
        "permission=catalog.assets:view, exporter importer",
    })
    void serviceUsersAreFound(String filter, String found) throws Exception {
        JsonNode items = api.read(ACME + "/service-users?" + filter).body().get("items");
        assertThat(String.join(" ", texts(items, "username"))).isEqualTo(found);
    }

    @Test
    void theCatalogueAndThePoliciesAreRead() throws Exception {
        assertThat(texts(api.read(ACME + "/apis").body().get("items"), "name"))
                .containsExactly("catalog");
        JsonNode routes = api.read(ACME + "/routes?permission=catalog.assets:view").body();
        assertThat(texts(routes.get("items"), "path")).containsExactly("/v1/assets/{id}");
        assertThat(api.read(ACME + "/routes/" + id(21)).body().get("public").asBoolean()).isTrue();
        JsonNode policy = api.read(ACME + "/policies/" + OFFICE).body();
        assertThat(policy.get("state").asString()).isEqualTo("enabled");
        assertThat(policy.get("grants").get(0).get("role").asString()).isEqualTo(READER.toString());
        assertThat(policy.get("groups").get(0).get("name").asString()).isEqualTo("analysts");
        assertThat(api.read(ACME + "/policies/" + READER).status()).isEqualTo(404);
    }

    private JsonNode whoCan(String query) throws Exception {
        var answer = api.read(ACME + "/who-can?" + query);
        assertThat(answer.status()).as(answer.body().toString()).isEqualTo(200);
        return answer.body();
    }
}
