package io.keyledger.standalone.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.keyledger.client.KeyledgerClient;
import io.keyledger.client.KeyledgerProblem;
import io.keyledger.client.api.ApiKeys.NewKey;
import io.keyledger.client.api.Apis.Api;
import io.keyledger.client.api.Apis.ApiBody;
import io.keyledger.client.api.Apis.RouteBody;
import io.keyledger.client.api.Audit.Entry;
import io.keyledger.client.api.Checks.Answer;
import io.keyledger.client.api.Checks.Check;
import io.keyledger.client.api.Permissions.Why;
import io.keyledger.client.api.Policies.Grant;
import io.keyledger.client.api.Policies.Guards;
import io.keyledger.client.api.Policies.Policy;
import io.keyledger.client.api.Policies.PolicyBody;
import io.keyledger.client.api.Policies.RateLimit;
import io.keyledger.client.api.Roles.Role;
import io.keyledger.client.api.Roles.RoleBody;
import io.keyledger.client.api.ServiceUsers.ServiceUser;
import io.keyledger.client.api.ServiceUsers.ServiceUserBody;
import io.keyledger.client.api.Workspaces.NewWorkspace;
import io.keyledger.testsupport.ScratchDatabase;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

/** What an administrator says about policies and routes, and what a gateway is answered next. */
class PoliciesAndRoutesTest {

    private static final String WS = "acme";

    @TempDir private static Path data;

    private static ScratchDatabase database;
    private static Node first;
    private static Node second;
    private static KeyledgerClient admin;
    private static KeyledgerClient gateway;

    private Role role;
    private ServiceUser user;
    private String key;

    @BeforeAll
    static void start() throws Exception {
        database = ScratchDatabase.create();
        first = Node.start(database, data);
        second = Node.start(database, data);
        String bootstrap = Files.readString(data.resolve("bootstrap-admin.key")).strip();
        admin = KeyledgerClient.of(first.address(), bootstrap);
        gateway = KeyledgerClient.of(second.address(), bootstrap);
        admin.workspaces().create(new NewWorkspace(WS, "Acme"));
    }

    @AfterAll
    static void stop() {
        first.close();
        second.close();
        database.close();
    }

    @BeforeEach
    void aServiceUserWithAKey() {
        String name = "n" + UUID.randomUUID();
        role = admin.roles().create(WS, new RoleBody(name, null, List.of("catalog:view")));
        user = admin.serviceUsers().create(WS, ServiceUserBody.named(name));
        key = admin.keys().generate(WS, user.id(), new NewKey("only", null)).key();
    }

    @Test
    void aPolicyGrantsWhileItIsEnabledAndTheWhyNamesIt() {
        Policy policy = policy(List.of(new Grant(role.id(), null)), Guards.NONE);
        admin.serviceUsers().attachPolicy(WS, user.id(), policy.id());
        assertThat(check("10.0.0.1").reason()).isEqualTo("permission-not-granted");
        admin.policies().enable(WS, policy.id());
        assertThat(check("10.0.0.1").allowed()).isTrue();
        Why why =
                admin.permissions()
                        .ofServiceUser(WS, user.id(), null)
                        .items()
                        .getFirst()
                        .why()
                        .getFirst();
        assertThat(why.policy().id()).isEqualTo(policy.id());
        assertThat(why.role().id()).isEqualTo(role.id());
        admin.policies().disable(WS, policy.id());
        assertThat(check("10.0.0.1").allowed()).isFalse();
    }

    @Test
    void aGuardRefusesAtOnceAndTheTrailNamesPolicyAndReason() {
        admin.serviceUsers().assignRole(WS, user.id(), role.id());
        Policy policy =
                policy(List.of(), new Guards(List.of("10.0.0.0/8"), null, null, null, null, null));
        admin.serviceUsers().attachPolicy(WS, user.id(), policy.id());
        admin.policies().monitor(WS, policy.id());
        assertThat(check("192.0.2.7").allowed()).isTrue();
        admin.policies().enable(WS, policy.id());
        Answer refused = check("192.0.2.7");
        assertThat(refused.reason()).isEqualTo("network-not-allowed");
        assertThat(check("10.1.2.3").allowed()).isTrue();
        Map<String, Object> entry = entry(Objects.requireNonNull(refused.recordId()));
        assertThat(entry.get("reason")).isEqualTo("network-not-allowed");
        assertThat(entry.get("policy")).asString().contains(policy.id().toString());
    }

    @Test
    void aRateLimitHoldsOverBothNodes() {
        admin.serviceUsers().assignRole(WS, user.id(), role.id());
        Policy policy =
                policy(
                        List.of(),
                        new Guards(null, null, null, null, null, new RateLimit(5, 86_400)));
        admin.serviceUsers().attachPolicy(WS, user.id(), policy.id());
        admin.policies().enable(WS, policy.id());
        int allowed = 0;
        for (int i = 0; i < 10; i++) {
            allowed += (i % 2 == 0 ? check("10.0.0.1") : checkAtFirst()).allowed() ? 1 : 0;
        }
        assertThat(allowed).isEqualTo(5);
        assertThat(check("10.0.0.1").reason()).isEqualTo("rate-limited");
    }

    @Test
    void aRouteTurnsMethodAndPathIntoAPermission() {
        admin.serviceUsers().assignRole(WS, user.id(), role.id());
        String name = "api " + UUID.randomUUID();
        Api api = admin.apis().create(WS, new ApiBody(name, null, List.of()));
        assertThat(request(name, "GET", "/v1/assets/7").reason()).isEqualTo("no-route");
        admin.apis().addRoute(WS, route(api, "GET", "/v1/assets/{id}", "catalog:view"));
        admin.apis().addRoute(WS, route(api, "PUT", "/v1/assets/{id}", "catalog:manage"));
        admin.apis().addRoute(WS, route(api, "GET", "/v1/status", null));
        assertThat(request(name, "GET", "/v1/assets/7").permission()).isEqualTo("catalog:view");
        assertThat(request(name, "GET", "/v1/assets/7").allowed()).isTrue();
        assertThat(request(name, "PUT", "/v1/assets/7").reason())
                .isEqualTo("permission-not-granted");
        assertThat(request(name, "GET", "/v1/status").allowed()).isTrue();
        assertThat(request(name, "GET", "/v1/%2e%2e/status").reason()).isEqualTo("unsafe-path");
        assertThatThrownBy(
                        () -> admin.apis().addRoute(WS, route(api, "GET", "/v1/assets/{x}", null)))
                .isInstanceOfSatisfying(
                        KeyledgerProblem.class,
                        problem -> assertThat(problem.code()).isEqualTo("ambiguous-route"));
        assertThat(
                        admin.apis().routes(WS, null, null).items().stream()
                                .filter(each -> each.path().startsWith("/v1/assets")))
                .hasSize(2);
    }

    private static Policy policy(List<Grant> grants, Guards guards) {
        return admin.policies()
                .create(WS, new PolicyBody("p" + UUID.randomUUID(), null, null, grants, guards));
    }

    private static RouteBody route(
            Api api, String method, String path, @Nullable String permission) {
        return new RouteBody(
                api.id().toString(), method, path, permission, permission == null, null, null);
    }

    private Answer check(String address) {
        return gateway.checks().check(Check.permission(key, "catalog:view").from(address, "gw/1"));
    }

    private Answer checkAtFirst() {
        return admin.checks().check(Check.permission(key, "catalog:view").from("10.0.0.1", "gw/1"));
    }

    private Answer request(String api, String method, String path) {
        return gateway.checks().check(Check.request(key, method, path, api));
    }

    private Map<String, Object> entry(String recordId) {
        for (int i = 0; i < 200; i++) {
            for (Entry entry : admin.audit().list(WS, Map.of("decision", "deny")).items()) {
                if (entry.id().equals(recordId)) {
                    return Map.of("reason", entry.reason(), "policy", entry.policy());
                }
            }
        }
        throw new AssertionError("the use is not in the trail");
    }
}
