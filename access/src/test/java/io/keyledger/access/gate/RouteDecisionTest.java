package io.keyledger.access.gate;

import static org.assertj.core.api.Assertions.assertThat;

import io.keyledger.access.check.Asked;
import io.keyledger.access.check.Asked.AskedApi;
import io.keyledger.access.check.Decision;
import io.keyledger.access.check.Decision.MatchedRoute;
import io.keyledger.access.check.DenyReason;
import io.keyledger.access.check.DirectCheck;
import io.keyledger.access.fixture.Fixture;
import io.keyledger.access.fixture.Policies;
import io.keyledger.access.key.ApiKeyText;
import io.keyledger.access.key.PresentedKey;
import io.keyledger.access.source.Source;
import io.keyledger.shared.permission.Permission;
import io.keyledger.shared.policy.Resource;
import io.keyledger.shared.use.AskedRoute;
import io.keyledger.shared.use.EntityKind;
import io.keyledger.shared.use.EntityVersion;
import io.keyledger.shared.use.KeyUse;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.Map;
import java.util.UUID;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RouteDecisionTest {

    private final Fixture fixture = Fixture.create();
    private final Policies policies = new Policies(fixture);
    private CheckGate gate;
    private UUID catalog;
    private UUID viewing;
    private ApiKeyText key;

    @BeforeAll
    void open() {
        fixture.workspace("acme");
        catalog = policies.api("acme", "catalog", "catalog.example.com");
        viewing = policies.route("acme", catalog, "GET", "/v1/assets/{id}", "catalog:view");
        policies.route("acme", catalog, "GET", "/v1/assets/mine", null);
        policies.route("acme", catalog, "PUT", "/v1/assets/{id}", "catalog:manage");
        UUID billing = policies.api("acme", "billing", "billing.example.com");
        policies.route("acme", billing, "GET", "/v1/assets/{id}", "billing:view");
        policies.route("acme", billing, "GET", "/v1/bills", "catalog:view");
        key = fixture.key(fixture.user("acme", fixture.role("acme", "catalog:view")));
        gate = fixture.gate();
    }

    @AfterAll
    void close() {
        gate.close();
        fixture.close();
    }

    @Test
    void aRouteTurnsMethodAndPathIntoAPermission() {
        Decision decision = gate.check(request("GET", "/v1/assets/7", named("catalog")));
        assertThat(decision.allowed()).isTrue();
        assertThat(decision.permission()).isEqualTo(new Permission("catalog:view"));
        assertThat(decision.route())
                .isEqualTo(new MatchedRoute(viewing, "catalog", "GET", "/v1/assets/{id}"));
        KeyUse use = fixture.use(decision.recordId());
        assertThat(use.method()).isEqualTo("GET");
        assertThat(use.path()).isEqualTo("/v1/assets/7");
        assertThat(use.permission()).isEqualTo("catalog:view");
        AskedRoute route = use.route();
        assertThat(route.asked()).isEqualTo("catalog");
        assertThat(route.routeId()).isEqualTo(viewing);
        assertThat(
                        fixture.recordOf(decision.recordId())
                                .uses()
                                .header()
                                .entities()
                                .get(route.api()))
                .isEqualTo(new EntityVersion(EntityKind.API, catalog, policies.version(catalog)));
    }

    @ParameterizedTest
    @CsvSource({
        "GET, /v1/assets/7, name, catalog, ",
        "HEAD, /v1/assets/7, name, Catalog, ",
        "GET, /v1/assets/7, host, CATALOG.example.com:8443, ",
        "GET, /v1/assets/7, host, billing.example.com, permission-not-granted",
        "GET, /v1/assets/7, host, elsewhere.example.com, no-route",
        "GET, /v1/assets/7, name, unknown, no-route",
        "GET, /v1/assets/7, , , ambiguous-route",
        "GET, /v1/bills, , , ",
        "GET, /v1/assets/mine, name, catalog, ",
        "PUT, /v1/assets/7, name, catalog, permission-not-granted",
        "PUT, /v1/assets/mine, name, catalog, permission-not-granted",
        "DELETE, /v1/assets/7, name, catalog, no-route",
        "get, /v1/assets/7, name, catalog, no-route",
        "GET, /v1/assets/7/, name, catalog, no-route",
        "GET, /v1/assets, name, catalog, no-route",
        "GET, /V1/assets/7, name, catalog, no-route",
        "GET, /v1//assets/7, name, catalog, unsafe-path",
        "GET, /v1/assets/../assets/7, name, catalog, unsafe-path",
        "GET, /v1/assets/%2e%2e/assets/7, name, catalog, unsafe-path",
        "GET, /v1/assets%2f7, name, catalog, unsafe-path",
        "GET, /v1/assets/7%00, name, catalog, unsafe-path",
        "GET, /v1/assets/7;x=1, name, catalog, unsafe-path",
        "GET, /v1/assets./7, name, catalog, unsafe-path",
        "GET, v1/assets/7, name, catalog, unsafe-path",
    })
    void aRequestIsAllowedAlongTheRouteItMatches(
            String method,
            String path,
            @Nullable String by,
            @Nullable String api,
            @Nullable String reason) {
        AskedApi asked =
                by == null || api == null
                        ? null
                        : by.equals("name") ? new AskedApi.Named(api) : new AskedApi.At(api);
        Decision decision = gate.check(request(method, path, asked));
        assertThat(decision.publicReason()).isEqualTo(reason);
        assertThat(fixture.use(decision.recordId()).path()).isEqualTo(path);
    }

    @Test
    void aPublicRouteIsOpenToAnyValidKeyAndToNoOther() {
        ApiKeyText without = fixture.key(fixture.user("acme"));
        assertThat(gate.check(request(without, "/v1/assets/mine")).allowed()).isTrue();
        fixture.sql("UPDATE access.api_key SET status = 'disabled' WHERE id = ?", without.keyId());
        assertThat(gate.check(request(without, "/v1/assets/mine")).reason())
                .isEqualTo(DenyReason.KEY_DISABLED);
    }

    @Test
    void aChangedRouteCountsAtOnce() {
        UUID api = policies.api("acme", "changing");
        UUID route = policies.route("acme", api, "GET", "/v1/assets/{id}", "catalog:view");
        assertThat(gate.check(changing(null)).allowed()).isTrue();
        policies.changeRoute(api, route, "permission = 'catalog:manage'");
        assertThat(gate.check(changing(null)).reason())
                .isEqualTo(DenyReason.PERMISSION_NOT_GRANTED);
        policies.removeRoute(api, route);
        assertThat(gate.check(changing(null)).reason()).isEqualTo(DenyReason.NO_ROUTE);
        UUID about = policies.route("acme", api, "GET", "/v1/assets/{id}", "catalog:view");
        policies.changeRoute(api, about, "resource_type = 'asset', resource_id = 'id'");
        Resource said = new Resource("lie", "lie", Map.of("stage", "test"));
        Decision decision = gate.check(changing(said));
        assertThat(fixture.use(decision.recordId()).resource())
                .as("a route says which resource it is about")
                .isEqualTo(new Resource("asset", "a b", Map.of("stage", "test")));
        policies.removeRoute(api, about);
    }

    private DirectCheck changing(@Nullable Resource resource) {
        return new DirectCheck(
                new PresentedKey.WellFormed(key),
                new Asked.ForRequest("GET", "/v1/assets/a%20b", named("changing"), resource),
                Source.UNKNOWN);
    }

    @Test
    void routesOfAnotherWorkspaceDoNotCount() {
        fixture.workspace("other");
        ApiKeyText foreign = fixture.key(fixture.user("other", fixture.role("other", "*:*")));
        assertThat(gate.check(request(foreign, "/v1/assets/7")).reason())
                .isEqualTo(DenyReason.NO_ROUTE);
    }

    private static AskedApi named(String name) {
        return new AskedApi.Named(name);
    }

    private DirectCheck request(String method, String path, @Nullable AskedApi api) {
        return new DirectCheck(
                new PresentedKey.WellFormed(key),
                new Asked.ForRequest(method, path, api, null),
                Source.UNKNOWN);
    }

    private static DirectCheck request(ApiKeyText key, String path) {
        return new DirectCheck(
                new PresentedKey.WellFormed(key),
                new Asked.ForRequest("GET", path, named("catalog"), null),
                Source.UNKNOWN);
    }
}
