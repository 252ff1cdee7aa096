package io.keyledger.query.testing;

import io.keyledger.shared.event.DomainEvent;
import io.keyledger.shared.event.NameAndDescription;
import io.keyledger.shared.event.RoleEvent;
import io.keyledger.shared.event.SecretHash;
import io.keyledger.shared.event.ServiceUserDetails;
import io.keyledger.shared.event.ServiceUserEvent;
import io.keyledger.shared.event.UserGroupEvent;
import io.keyledger.shared.event.WorkspaceEvent;

import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Things that many tests are about, and events that make them. */
public final class Company {

    public static final UUID READER = id(1);
    public static final UUID WRITER = id(2);
    public static final UUID ANALYSTS = id(3);
    public static final UUID IMPORTER = id(4);
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
        return List.of(
                new WorkspaceEvent.WorkspaceCreated("acme", "Acme"),
                new WorkspaceEvent.WorkspaceRenamed("acme", "Acme", "Acme Inc."),
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
                new ServiceUserEvent.RoleAssigned(IMPORTER, READER),
                new ServiceUserEvent.ApiKeyDeleted(IMPORTER, KEY, "hourly"),
                new ServiceUserEvent.ServiceUserDeleted(IMPORTER, "importer"),
                new UserGroupEvent.RoleUnassignedFromGroup(ANALYSTS, READER),
                new UserGroupEvent.UserGroupDeleted(ANALYSTS, "Analysts"),
                new RoleEvent.RoleDeleted(WRITER, "writer"));
    }
}
