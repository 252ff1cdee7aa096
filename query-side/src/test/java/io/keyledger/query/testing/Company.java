package io.keyledger.query.testing;

import io.keyledger.shared.event.ApiDetails;
import io.keyledger.shared.event.ApiEvent;
import io.keyledger.shared.event.ApiRoute;
import io.keyledger.shared.event.DomainEvent;
import io.keyledger.shared.event.NameAndDescription;
import io.keyledger.shared.event.PersonEvent;
import io.keyledger.shared.event.RoleEvent;
import io.keyledger.shared.event.SecretHash;
import io.keyledger.shared.event.SecurityPolicyEvent;
import io.keyledger.shared.event.ServiceUserDetails;
import io.keyledger.shared.event.ServiceUserEvent;
import io.keyledger.shared.event.UserGroupEvent;
import io.keyledger.shared.event.WorkspaceEvent;
import io.keyledger.shared.policy.AttributeCondition;
import io.keyledger.shared.policy.PolicyGrant;
import io.keyledger.shared.policy.PolicyGuards;
import io.keyledger.shared.policy.PolicyState;
import io.keyledger.shared.policy.RateLimit;
import io.keyledger.shared.policy.ResourceScope;
import io.keyledger.shared.policy.WeeklyWindow;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;

/** Things that many tests are about, and events that make them. */
public final class Company {

    public static final UUID READER = id(1);
    public static final UUID WRITER = id(2);
    public static final UUID ANALYSTS = id(3);
    public static final UUID ADA = id(31);
    public static final UUID IMPORTER = id(4);
    public static final UUID OFFICE = id(5);
    public static final UUID CATALOG = id(6);
    public static final String KEY = "0KeyOfTheImporter00001";
    public static final String SECRET_HASH = "c2VjcmV0aGFzaG9mYXRlc3RrZXkx";

    private Company() {}

    public static UUID id(int number) {
        return new UUID(0x0190b5a000007000L, 0xA000000000000000L + number);
    }

    public static ServiceUserDetails details(String username) {
        return new ServiceUserDetails(username, "", null, Map.of(), null);
    }

    public static DomainEvent user(UUID id, String username) {
        return new ServiceUserEvent.ServiceUserCreated(id, details(username));
    }

    public static DomainEvent role(UUID id, String name, String... permissions) {
        return new RoleEvent.RoleCreated(id, name, "", List.of(permissions), false);
    }

    public static DomainEvent group(UUID id, String name) {
        return new UserGroupEvent.UserGroupCreated(id, name, "", false);
    }

    /** Every event there is, at least once, each of a workspace's own. */
    public static List<DomainEvent> everything() {
        ServiceUserDetails described =
                new ServiceUserDetails(
                        "importer",
                        "imports assets",
                        "ann@example.com",
                        Map.of("team", "data", "b", "2"),
                        LedgerFixture.START.plusSeconds(86_400));
        SecretHash hash = new SecretHash(1, SECRET_HASH);
        return Stream.of(people(described, hash), guarded(), catalogue(), owner(), farewell())
                .flatMap(List::stream)
                .toList();
    }

    private static List<DomainEvent> owner() {
        return List.of(
                new PersonEvent.PersonRegistered(ADA, "https://login.example.com", "8f14e45f"),
                new PersonEvent.PersonSignedIn(ADA, LedgerFixture.START),
                new PersonEvent.PersonGroupAssigned(ADA, "acme", ANALYSTS),
                new PersonEvent.PersonGroupUnassigned(ADA, "acme", ANALYSTS),
                new PersonEvent.PersonDisabled(ADA),
                new PersonEvent.PersonEnabled(ADA));
    }

    private static List<DomainEvent> people(ServiceUserDetails described, SecretHash hash) {
        return List.of(
                new WorkspaceEvent.WorkspaceCreated("acme", "Acme"),
                new WorkspaceEvent.WorkspaceRenamed("acme", "Acme", "Acme Inc."),
                new WorkspaceEvent.PersonalValuesErased("acme", List.of(7L, 12L)),
                role(READER, "reader", "catalog.*:view"),
                role(WRITER, "writer", "catalog.assets:manage"),
                new RoleEvent.RoleDetailsChanged(
                        WRITER,
                        new NameAndDescription("writer", ""),
                        new NameAndDescription("writer", "writes")),
                new RoleEvent.RolePermissionsChanged(
                        WRITER,
                        List.of("catalog.assets:manage"),
                        List.of("catalog.assets:invite", "catalog.assets:manage")),
                group(ANALYSTS, "analysts"),
                new UserGroupEvent.UserGroupDetailsChanged(
                        ANALYSTS,
                        new NameAndDescription("analysts", ""),
                        new NameAndDescription("Analysts", "")),
                new UserGroupEvent.RoleAssignedToGroup(ANALYSTS, READER),
                user(IMPORTER, "importer"),
                new ServiceUserEvent.ServiceUserDetailsChanged(
                        IMPORTER, details("importer"), described),
                new ServiceUserEvent.GroupAssigned(IMPORTER, ANALYSTS),
                new ServiceUserEvent.RoleAssigned(IMPORTER, WRITER),
                new ServiceUserEvent.ApiKeyGenerated(IMPORTER, KEY, "nightly", hash, null),
                new ServiceUserEvent.ApiKeyRenamed(IMPORTER, KEY, "nightly", "hourly"),
                new ServiceUserEvent.SecretRegenerated(
                        IMPORTER, KEY, hash, LedgerFixture.START.plusSeconds(7_200)),
                new ServiceUserEvent.ApiKeyDisabled(IMPORTER, KEY),
                new ServiceUserEvent.ApiKeyEnabled(IMPORTER, KEY),
                new ServiceUserEvent.ServiceUserDisabled(IMPORTER),
                new ServiceUserEvent.ServiceUserEnabled(IMPORTER),
                new ServiceUserEvent.RoleUnassigned(IMPORTER, WRITER),
                new ServiceUserEvent.GroupUnassigned(IMPORTER, ANALYSTS),
                new ServiceUserEvent.RoleAssigned(IMPORTER, READER));
    }

    private static List<DomainEvent> guarded() {
        PolicyGrant grant =
                new PolicyGrant(
                        READER,
                        new ResourceScope(
                                ResourceScope.Match.ALL,
                                List.of(
                                        new AttributeCondition(
                                                "stage",
                                                AttributeCondition.Operator.IN,
                                                List.of("test", "dev")))));
        PolicyGuards guards =
                new PolicyGuards(
                        List.of("10.0.0.0/8"),
                        LedgerFixture.START,
                        null,
                        90,
                        List.of(
                                new WeeklyWindow(
                                        List.of("monday"), "08:00", "18:00", "Europe/Berlin")),
                        new RateLimit(100, 60));
        NameAndDescription before = new NameAndDescription("office", "");
        return List.of(
                new SecurityPolicyEvent.SecurityPolicyCreated(
                        OFFICE, "office", "", List.of(grant), PolicyGuards.NONE, false),
                new SecurityPolicyEvent.SecurityPolicyDetailsChanged(
                        OFFICE, before, new NameAndDescription("Office", "from the office")),
                new SecurityPolicyEvent.SecurityPolicyGuardsChanged(
                        OFFICE, PolicyGuards.NONE, guards),
                new SecurityPolicyEvent.SecurityPolicyGrantsChanged(
                        OFFICE, List.of(grant), List.of(new PolicyGrant(WRITER, null), grant)),
                new SecurityPolicyEvent.SecurityPolicyMonitored(OFFICE, PolicyState.DISABLED),
                new SecurityPolicyEvent.SecurityPolicyEnabled(OFFICE, PolicyState.MONITORING),
                new ServiceUserEvent.SecurityPolicyAttached(IMPORTER, OFFICE),
                new UserGroupEvent.SecurityPolicyAttachedToGroup(ANALYSTS, OFFICE),
                new ServiceUserEvent.SecurityPolicyDetached(IMPORTER, OFFICE),
                new UserGroupEvent.SecurityPolicyDetachedFromGroup(ANALYSTS, OFFICE),
                new SecurityPolicyEvent.SecurityPolicyDisabled(OFFICE, PolicyState.ENABLED),
                new SecurityPolicyEvent.SecurityPolicyDeleted(OFFICE, "Office"));
    }

    private static List<DomainEvent> catalogue() {
        ApiDetails details = new ApiDetails("catalog", "", List.of("api.example.com"));
        ApiDetails renamed = new ApiDetails("Catalog", "of assets", List.of());
        ApiRoute route = new ApiRoute(id(7), "GET", "/v1/assets/{id}", "a:view", "asset", "id");
        ApiRoute open = new ApiRoute(id(7), "GET", "/v1/assets/{id}", null, null, null);
        return List.of(
                new ApiEvent.ApiCreated(CATALOG, details),
                new ApiEvent.ApiDetailsChanged(CATALOG, details, renamed),
                new ApiEvent.ApiRouteAdded(CATALOG, route),
                new ApiEvent.ApiRouteChanged(CATALOG, route, open),
                new ApiEvent.ApiRouteRemoved(CATALOG, open),
                new ApiEvent.ApiDeleted(CATALOG, "Catalog"));
    }

    private static List<DomainEvent> farewell() {
        return List.of(
                new ServiceUserEvent.ApiKeyDeleted(IMPORTER, KEY, "hourly"),
                new ServiceUserEvent.ServiceUserDeleted(IMPORTER, "importer"),
                new UserGroupEvent.RoleUnassignedFromGroup(ANALYSTS, READER),
                new UserGroupEvent.UserGroupDeleted(ANALYSTS, "Analysts"),
                new RoleEvent.RoleDeleted(
                        WRITER,
                        "writer",
                        List.of("catalog.assets:invite", "catalog.assets:manage")));
    }
}
