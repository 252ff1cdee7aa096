package io.keyledger.standalone.demo;

import io.keyledger.client.KeyledgerClient;
import io.keyledger.client.api.Apis.Api;
import io.keyledger.client.api.Apis.ApiBody;
import io.keyledger.client.api.Apis.RouteBody;
import io.keyledger.client.api.Groups.GroupBody;
import io.keyledger.client.api.Policies.Guards;
import io.keyledger.client.api.Policies.Policy;
import io.keyledger.client.api.Policies.PolicyBody;
import io.keyledger.client.api.Policies.RateLimit;
import io.keyledger.client.api.Policies.Window;
import io.keyledger.client.api.Roles.RoleBody;

import org.jspecify.annotations.Nullable;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Roles, groups, policies and routes of the demo. */
record DemoGrants(Map<String, UUID> groups, Map<String, UUID> policies) {

    /** API that the demo's routes are of. */
    static final String API = "platform";

    private static final String WS = Demo.WORKSPACE;
    private static final List<String> AREAS =
            List.of("catalog", "lineage", "billing", "reports", "ingest", "models");
    private static final List<String> OFFICE = List.of("10.0.0.0/8", "2001:db8::/32");

    static DemoGrants in(KeyledgerClient admin) {
        Map<String, UUID> groups = new LinkedHashMap<>();
        for (String area : AREAS) {
            UUID reader = role(admin, area + "-reader", area + ":view", area + ".*:view");
            UUID editor = role(admin, area + "-editor", area + ":*", area + ".*:*");
            groups.put(area + "-readers", group(admin, area + " readers", reader));
            groups.put(area + "-editors", group(admin, area + " editors", reader, editor));
        }
        routes(admin);
        return new DemoGrants(groups, policies(admin));
    }

    static List<String> areas() {
        return AREAS;
    }

    private static UUID role(KeyledgerClient admin, String name, String... permissions) {
        return admin.roles().create(WS, new RoleBody(name, null, List.of(permissions))).id();
    }

    private static UUID group(KeyledgerClient admin, String name, UUID... roles) {
        return admin.groups().create(WS, new GroupBody(name, null, List.of(roles), null)).id();
    }

    private static void routes(KeyledgerClient admin) {
        Api api =
                admin.apis()
                        .create(
                                WS,
                                new ApiBody(API, "The data platform", List.of("api.example.com")));
        String id = api.id().toString();
        for (String area : AREAS) {
            String item = "/v1/" + area + "/{id}";
            route(admin, id, "GET", "/v1/" + area, area + ":view");
            route(admin, id, "GET", item, area + ":view");
            route(admin, id, "PUT", item, area + ":manage");
            route(admin, id, "DELETE", item, area + ":manage");
        }
        admin.apis().addRoute(WS, new RouteBody(id, "GET", "/v1/status", null, true, null, null));
    }

    private static void route(
            KeyledgerClient admin, String api, String method, String path, String permission) {
        admin.apis().addRoute(WS, new RouteBody(api, method, path, permission, false, null, null));
    }

    private static Map<String, UUID> policies(KeyledgerClient admin) {
        List<String> weekdays = List.of("monday", "tuesday", "wednesday", "thursday", "friday");
        Map<String, UUID> policies = new LinkedHashMap<>();
        policies.put(
                "office",
                policy(admin, "Office networks", "enabled", guards(OFFICE, null, null, null)));
        policies.put(
                "hours",
                policy(
                        admin,
                        "Working hours",
                        "monitoring",
                        guards(
                                null,
                                null,
                                List.of(new Window(weekdays, "07:00", "19:00", "Europe/Berlin")),
                                null)));
        policies.put(
                "young",
                policy(admin, "Secrets up to a year", "enabled", guards(null, 365, null, null)));
        policies.put(
                "slow",
                policy(
                        admin,
                        "A hundred uses a minute",
                        "enabled",
                        guards(null, null, null, new RateLimit(100, 60))));
        return policies;
    }

    private static Guards guards(
            @Nullable List<String> networks,
            @Nullable Integer maxKeyAgeDays,
            @Nullable List<Window> weekly,
            @Nullable RateLimit rateLimit) {
        return new Guards(networks, null, null, maxKeyAgeDays, weekly, rateLimit);
    }

    private static UUID policy(KeyledgerClient admin, String name, String state, Guards guards) {
        Policy policy =
                admin.policies().create(WS, new PolicyBody(name, null, state, List.of(), guards));
        return policy.id();
    }
}
