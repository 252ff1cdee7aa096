package io.keyledger.console.report;

import io.keyledger.client.api.ApiKeys.ApiKey;
import io.keyledger.client.api.Groups.Group;
import io.keyledger.client.api.Policies.Policy;
import io.keyledger.client.api.Roles.Role;
import io.keyledger.client.api.ServiceUsers.ServiceUser;
import io.keyledger.console.directory.Directory;
import io.keyledger.console.page.Moment;
import io.keyledger.console.page.Typed;
import io.keyledger.console.serviceuser.Row;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/**
 * A service user as a reviewer looks at it.
 *
 * @param permissions as its roles hold them; guards may still refuse a use
 * @param past whether that was at a moment, of which no uses are told
 */
public record AccessRow(
        ServiceUser user,
        String status,
        List<String> groups,
        List<String> roles,
        List<String> policies,
        List<String> permissions,
        List<ApiKey> keys,
        boolean past) {

    static final List<String> COLUMNS =
            List.of(
                    "username",
                    "id",
                    "status",
                    "owner",
                    "description",
                    "created",
                    "expires",
                    "groups",
                    "roles",
                    "policies",
                    "permissions",
                    "key 1",
                    "key 1 status",
                    "key 1 secret changed",
                    "key 1 last used",
                    "key 2",
                    "key 2 status",
                    "key 2 secret changed",
                    "key 2 last used");

    private static final int KEYS = 2;

    static AccessRow of(ServiceUser user, Directory directory, Moment moment) {
        List<UUID> groups = Typed.orNone(user.groups());
        List<UUID> roles = Typed.orNone(user.roles());
        List<UUID> policies = Typed.orNone(user.policies());
        return new AccessRow(
                user,
                Row.statusOf(user),
                directory.groupsOf(groups).stream().map(Group::name).toList(),
                directory.rolesOf(roles).stream().map(Role::name).toList(),
                directory.policiesOf(policies).stream().map(Policy::name).toList(),
                List.copyOf(directory.permissions(groups, roles, policies)),
                Typed.orNone(user.keys()),
                moment.isPast());
    }

    /** The cells of {@link #COLUMNS}; several values are separated by spaces or semicolons. */
    List<String> cells() {
        List<String> cells = new ArrayList<>();
        cells.add(user.username());
        cells.add(user.id().toString());
        cells.add(status);
        cells.add(Typed.text(user.owner()));
        cells.add(user.description());
        cells.add(time(user.createdAt()));
        cells.add(time(user.expiresAt()));
        cells.add(String.join("; ", groups));
        cells.add(String.join("; ", roles));
        cells.add(String.join("; ", policies));
        cells.add(String.join(" ", permissions));
        for (int i = 0; i < KEYS; i++) {
            cells.addAll(i < keys.size() ? cells(keys.get(i), past) : List.of("", "", "", ""));
        }
        return cells.stream().map(AccessRow::inert).toList();
    }

    private static List<String> cells(ApiKey key, boolean past) {
        String unused = past ? "" : "never";
        return List.of(
                key.name(),
                key.status(),
                time(key.secretChangedAt()),
                key.lastUsed() == null ? unused : time(key.lastUsed().at()));
    }

    /** What a spreadsheet would take for a formula is made a text. */
    private static String inert(String cell) {
        return !cell.isEmpty() && "=+-@\t\r".indexOf(cell.charAt(0)) >= 0 ? "'" + cell : cell;
    }

    private static String time(@Nullable Instant at) {
        return at == null ? "" : at.toString();
    }
}
