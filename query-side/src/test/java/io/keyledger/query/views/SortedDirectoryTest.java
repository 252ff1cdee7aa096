package io.keyledger.query.views;

import static io.keyledger.query.testing.Company.group;
import static io.keyledger.query.testing.Company.id;
import static io.keyledger.query.testing.Company.role;
import static io.keyledger.query.testing.Company.user;

import static org.assertj.core.api.Assertions.assertThat;

import io.keyledger.shared.event.ApiDetails;
import io.keyledger.shared.event.ApiEvent.ApiCreated;
import io.keyledger.shared.event.ApiEvent.ApiRouteAdded;
import io.keyledger.shared.event.ApiRoute;
import io.keyledger.shared.event.DomainEvent;
import io.keyledger.shared.event.NameAndDescription;
import io.keyledger.shared.event.SecurityPolicyEvent.SecurityPolicyCreated;
import io.keyledger.shared.event.SecurityPolicyEvent.SecurityPolicyEnabled;
import io.keyledger.shared.event.SecurityPolicyEvent.SecurityPolicyMonitored;
import io.keyledger.shared.event.ServiceUserEvent.GroupAssigned;
import io.keyledger.shared.event.UserGroupEvent.RoleAssignedToGroup;
import io.keyledger.shared.event.UserGroupEvent.SecurityPolicyAttachedToGroup;
import io.keyledger.shared.event.UserGroupEvent.UserGroupDetailsChanged;
import io.keyledger.shared.event.WorkspaceEvent.WorkspaceCreated;
import io.keyledger.shared.policy.PolicyGrant;
import io.keyledger.shared.policy.PolicyGuards;
import io.keyledger.shared.policy.PolicyState;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import tools.jackson.databind.JsonNode;

import java.util.List;

/** Groups, roles, policies, APIs and routes: in other orders, filtered, and counted. */
class SortedDirectoryTest extends SharedViews {

    @Override
    void given() throws Exception {
        ledger.events(
                "acme",
                new WorkspaceCreated("acme", "Acme"),
                role(id(1), "writer", "catalog.assets:manage"),
                role(id(2), "Reader", "catalog.*:view"),
                group(id(11), "Charlie"),
                group(id(12), "alpha"),
                group(id(13), "bravo"),
                new UserGroupDetailsChanged(
                        id(13),
                        new NameAndDescription("bravo", ""),
                        new NameAndDescription("bravo", "of the Charlies")),
                new RoleAssignedToGroup(id(12), id(1)),
                policy(21, "office", 1),
                policy(22, "Hours", 2),
                policy(23, "pace", 1),
                new SecurityPolicyMonitored(id(22), PolicyState.DISABLED),
                new SecurityPolicyEnabled(id(21), PolicyState.DISABLED),
                new SecurityPolicyAttachedToGroup(id(11), id(22)),
                user(id(31), "ann"),
                user(id(32), "ben"),
                new GroupAssigned(id(31), id(13)),
                new GroupAssigned(id(32), id(13)),
                new GroupAssigned(id(32), id(11)),
                new ApiCreated(id(41), new ApiDetails("shop", "", List.of("shop.example.com"))),
                new ApiCreated(id(42), new ApiDetails("Catalog", "of assets", List.of())),
                route(51, "POST", "/b", "catalog:manage"),
                route(52, "GET", "/b", "catalog:view"),
                route(53, "GET", "/a", null));
        ledger.events(
                "other",
                new WorkspaceCreated("other", "Other"),
                role(id(3), "Abel", "a:b"),
                group(id(14), "Abel"),
                policy(24, "Abel", 3),
                new ApiCreated(id(43), new ApiDetails("Abel", "", List.of())));
        views.project();
    }

    @ParameterizedTest
    @CsvSource({
        "roles, '', Reader writer",
        "roles, -name, writer Reader",
        "roles, createdAt, writer Reader",
        "roles, -createdAt, Reader writer",
        "groups, '', alpha bravo Charlie",
        "groups, name, alpha bravo Charlie",
        "groups, -name, Charlie bravo alpha",
        "groups, createdAt, Charlie alpha bravo",
        "groups, memberCount, alpha Charlie bravo",
        "groups, -memberCount, bravo Charlie alpha",
        "policies, '', Hours office pace",
        "policies, state, pace office Hours",
        "policies, -state, Hours office pace",
        "policies, -createdAt, pace Hours office",
        "apis, '', Catalog shop",
        "apis, createdAt, shop Catalog",
        "apis, routeCount, Catalog shop",
        "apis, -routeCount, shop Catalog"
    })
    void pagesGoOnInEveryOrder(String list, String sort, String found) throws Exception {
        String asked = "/" + list + (sort.isEmpty() ? "" : "?sort=" + sort);
        assertThat(String.join(" ", texts(allPages(ACME + asked), "name"))).isEqualTo(found);
        assertThat(String.join(" ", texts(allPages("/api/v1" + asked), "name")))
                .isEqualTo(sort.startsWith("-") ? "Abel " + found : found + " Abel");
    }

    @ParameterizedTest
    @CsvSource({
        "'', 53 52 51",
        "path, 53 52 51",
        "-path, 51 52 53",
        "method, 53 52 51",
        "-method, 51 52 53",
        "permission, 53 51 52",
        "createdAt, 51 52 53"
    })
    void routesToo(String sort, String found) throws Exception {
        String asked = "/routes" + (sort.isEmpty() ? "" : "?sort=" + sort);
        List<String> ids =
                List.of(found.split(" ")).stream()
                        .map(number -> id(Integer.parseInt(number)).toString())
                        .toList();
        assertThat(texts(allPages(ACME + asked), "id")).isEqualTo(ids);
    }

    @ParameterizedTest
    @CsvSource({
        "groups, q=CHARLIE, bravo Charlie",
        "groups, role=0190b5a0-0000-7000-a000-000000000001, alpha",
        "groups, policy=0190b5a0-0000-7000-a000-000000000016, Charlie",
        "groups, q=nothing, ''",
        "roles, q=Assets, writer",
        "roles, permission=catalog.assets:view, Reader",
        "roles, permission=catalog.assets:manage, writer",
        "policies, q=hours, Hours",
        "policies, state=enabled, office",
        "policies, role=0190b5a0-0000-7000-a000-000000000001, office pace",
        "apis, q=assets, Catalog",
        "apis, q=SHOP.example, shop"
    })
    void theyAreFilteredAndCountedAlike(String list, String filter, String found) throws Exception {
        List<String> names = found.isEmpty() ? List.of() : List.of(found.split(" "));
        assertThat(texts(allPages(ACME + "/" + list + "?" + filter), "name")).isEqualTo(names);
        JsonNode counted = api.read(ACME + "/" + list + "/count?" + filter).body();
        assertThat(counted.get("count").asInt()).isEqualTo(names.size());
        assertThat(counted.get("exact").asBoolean()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "q=/B, 2",
        "q=MANAGE, 1",
        "method=GET, 2",
        "permission=catalog:view, 1",
        "access=public, 1",
        "access=permission, 2",
        "access=public&method=POST, 0"
    })
    void routesAreFilteredAndCountedAlike(String filter, int count) throws Exception {
        assertThat(allPages(ACME + "/routes?" + filter)).hasSize(count);
        assertThat(api.read(ACME + "/routes/count?" + filter).body().get("count").asInt())
                .isEqualTo(count);
    }

    @ParameterizedTest
    @ValueSource(strings = {"groups", "roles", "policies", "apis"})
    void countsOfAllWorkspacesAreOfAll(String list) throws Exception {
        int here = api.read(ACME + "/" + list + "/count").body().get("count").asInt();
        assertThat(api.read("/api/v1/" + list + "/count").body().get("count").asInt())
                .isEqualTo(here + 1);
    }

    @Test
    void aCursorFitsNoOtherOrderAndNoOtherFilter() throws Exception {
        for (String list : List.of("groups", "roles", "policies", "apis", "routes")) {
            String start = ACME + "/" + list + "?limit=1&sort=";
            String first = api.read(start + "createdAt").body().get("nextCursor").asString();
            for (String other : List.of("-createdAt", "", "createdAt&q=a")) {
                String sort = other.isEmpty() ? ACME + "/" + list + "?limit=1" : start + other;
                assertRefused("cursor", sort + "&cursor=" + first);
            }
        }
    }

    @ParameterizedTest
    @CsvSource({
        "sort, groups?sort=members",
        "sort, roles?sort=memberCount",
        "sort, policies?sort=--name",
        "sort, apis?sort=",
        "sort, routes?sort=name",
        "role, groups?role=reader",
        "policy, groups/count?policy=1",
        "permission, roles?permission=everything",
        "state, policies?state=on",
        "q, apis/count?q=",
        "q, routes?q=%00",
        "access, routes?access=open"
    })
    void badValuesAreRefusedByName(String field, String path) throws Exception {
        assertRefused(field, ACME + "/" + path);
    }

    private static SecurityPolicyCreated policy(int number, String name, int role) {
        List<PolicyGrant> grants = List.of(new PolicyGrant(id(role), null));
        return new SecurityPolicyCreated(id(number), name, "", grants, PolicyGuards.NONE, false);
    }

    private static DomainEvent route(
            int number, String method, String path, @Nullable String permission) {
        return new ApiRouteAdded(
                id(41), new ApiRoute(id(number), method, path, permission, null, null));
    }
}
