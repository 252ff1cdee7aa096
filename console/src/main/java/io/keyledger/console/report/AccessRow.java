package io.keyledger.console.report;

import io.keyledger.client.api.ApiKeys.ApiKey;
import io.keyledger.client.api.People.Person;
import io.keyledger.client.api.ServiceUsers.ServiceUser;
import io.keyledger.console.directory.Directory;
import io.keyledger.console.directory.Part;
import io.keyledger.console.directory.Part.Link;
import io.keyledger.console.page.Moment;
import io.keyledger.console.page.Typed;
import io.keyledger.console.serviceuser.Row;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/**
 * A service user or a person as a reviewer looks at it.
 *
 * @param owner who answers for a service user
 * @param expiresAt of a service user
 * @param groups by name, or by id if they may not be seen, as are roles and policies
 * @param permissions as roles hold them; guards may still refuse a use. Null if they come by
 *     something that may not be seen
 * @param lastSignIn of a person
 * @param past whether that was at a moment, of which no uses are told
 */
public record AccessRow(
        boolean person,
        UUID id,
        String name,
        String description,
        @Nullable String owner,
        String status,
        @Nullable Instant createdAt,
        @Nullable Instant expiresAt,
        List<String> groups,
        List<String> roles,
        List<String> policies,
        @Nullable List<String> permissions,
        List<ApiKey> keys,
        @Nullable Instant lastSignIn,
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
                    "key 2 last used",
                    "kind",
                    "last sign-in");

    private static final String UNTOLD = "not told";
    private static final int KEYS = 2;

    static AccessRow of(ServiceUser user, Directory directory, Moment moment) {
        List<UUID> groups = Typed.orNone(user.groups());
        List<UUID> roles = Typed.orNone(user.roles());
        List<UUID> policies = Typed.orNone(user.policies());
        return new AccessRow(
                false,
                user.id(),
                user.username(),
                user.description(),
                user.owner(),
                Row.statusOf(user),
                user.createdAt(),
                user.expiresAt(),
                told(directory.groups(), groups),
                told(directory.roles(), roles),
                told(directory.policies(), policies),
                directory.permissions(groups, roles, policies).map(List::copyOf).orElse(null),
                Typed.orNone(user.keys()),
                null,
                moment.isPast());
    }

    static AccessRow of(Person person, Directory directory, Moment moment) {
        return new AccessRow(
                true,
                person.id(),
                person.label(),
                person.subject(),
                null,
                person.status(),
                person.createdAt(),
                null,
                told(directory.groups(), person.groups()),
                List.of(),
                List.of(),
                directory.permissionsOfPerson(person.groups()).map(List::copyOf).orElse(null),
                List.of(),
                person.lastSignIn(),
                moment.isPast());
    }

    /** The cells of {@link #COLUMNS}; several values are separated by spaces or semicolons. */
    List<String> cells() {
        List<String> cells = new ArrayList<>();
        cells.add(name);
        cells.add(id.toString());
        cells.add(status);
        cells.add(Typed.text(owner));
        cells.add(description);
        cells.add(time(createdAt));
        cells.add(time(expiresAt));
        cells.add(String.join("; ", groups));
        cells.add(String.join("; ", roles));
        cells.add(String.join("; ", policies));
        cells.add(permissions == null ? UNTOLD : String.join(" ", permissions));
        for (int i = 0; i < KEYS; i++) {
            cells.addAll(i < keys.size() ? cells(keys.get(i), past) : List.of("", "", "", ""));
        }
        cells.add(person ? "person" : "service user");
        cells.add(time(lastSignIn));
        return cells.stream().map(AccessRow::inert).toList();
    }

    private static List<String> told(Part<?> part, List<UUID> ids) {
        return part.links(ids).stream().map(Link::text).toList();
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
