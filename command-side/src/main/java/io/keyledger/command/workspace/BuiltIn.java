package io.keyledger.command.workspace;

import io.keyledger.shared.permission.OwnerPermissions;

import java.util.List;
import java.util.stream.Stream;

/** A role that a workspace is born with, and the group that carries it. */
public record BuiltIn(String role, String group, String description, List<String> permissions) {

    /** The workspace whose permissions count everywhere. */
    public static final String SYSTEM = "system";

    /** The group of the bootstrap administrator. */
    public static final String ADMINISTRATORS = "administrators";

    private static final List<String> VIEWING =
            List.of(
                    "api-keys:view",
                    "groups:view",
                    "people:view",
                    "policies:view",
                    "roles:view",
                    "routes:view",
                    "service-users:view",
                    "workspaces:view");
    private static final List<String> MANAGING_USERS =
            and(VIEWING, "api-keys:manage", "service-users:manage");

    private static final List<BuiltIn> EVERYWHERE =
            List.of(
                    new BuiltIn(
                            "workspace-owner",
                            "workspace-owners",
                            "Owns the workspace and may do everything in it; for people only",
                            owning()),
                    new BuiltIn("viewer", "viewers", "Sees who has access", VIEWING),
                    new BuiltIn(
                            "service-user-administrator",
                            "service-user-administrators",
                            "Manages service users and their keys",
                            MANAGING_USERS),
                    new BuiltIn(
                            "security-administrator",
                            "security-administrators",
                            "Manages roles, groups, policies and routes, and may grant what it does not hold",
                            and(
                                    MANAGING_USERS,
                                    "groups:manage",
                                    "permissions:delegate",
                                    "policies:manage",
                                    "roles:manage",
                                    "routes:manage")),
                    new BuiltIn(
                            "auditor",
                            "auditors",
                            "Reads the audit trail",
                            and(VIEWING, "audit:view")),
                    new BuiltIn(
                            "gateway",
                            "gateways",
                            "Asks whether a key may pass",
                            List.of("checks:perform")));

    private static final List<BuiltIn> SYSTEM_ONLY =
            List.of(
                    new BuiltIn(
                            "administrator",
                            ADMINISTRATORS,
                            "Administers everything",
                            List.of("*:*")),
                    new BuiltIn(
                            "operator",
                            "operators",
                            "Rebuilds views",
                            and(VIEWING, "replay:operate")));

    public static List<BuiltIn> of(String workspace) {
        return workspace.equals(SYSTEM)
                ? Stream.concat(EVERYWHERE.stream(), SYSTEM_ONLY.stream()).toList()
                : EVERYWHERE;
    }

    /** No pattern matches what is reserved. */
    private static List<String> owning() {
        return Stream.concat(Stream.of("*:*"), OwnerPermissions.ALL.stream()).toList();
    }

    private static List<String> and(List<String> some, String... more) {
        return Stream.concat(some.stream(), Stream.of(more)).sorted().toList();
    }
}
