package io.keyledger.console.serviceuser;

import io.keyledger.client.api.ServiceUsers.ServiceUser;
import io.keyledger.client.api.ServiceUsers.ServiceUserBody;
import io.keyledger.console.page.Typed;
import io.keyledger.console.page.Unreadable;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;

/**
 * The fields of a service user as a page shows and sends them.
 *
 * @param labels a line for each, {@code key: value}
 * @param expires a day, at whose beginning (UTC) it expires
 * @param groups null if the page did not show them, as are roles and policies
 */
record Form(
        @Nullable String username,
        @Nullable String description,
        @Nullable String owner,
        @Nullable String labels,
        @Nullable String expires,
        @Nullable List<UUID> groups,
        @Nullable List<UUID> roles,
        @Nullable List<UUID> policies) {

    static final Form EMPTY = new Form("", "", "", "", "", List.of(), List.of(), List.of());
    static final String LABELS_FAULT = "labels are a line each, such as team: data";

    static Form of(ServiceUser user) {
        StringBuilder labels = new StringBuilder();
        orNone(user.labels()).forEach((key, value) -> labels.append(key + ": " + value + "\n"));
        return new Form(
                user.username(),
                user.description(),
                user.owner() == null ? "" : user.owner(),
                labels.toString(),
                user.expiresAt() == null
                        ? ""
                        : user.expiresAt().atOffset(ZoneOffset.UTC).toLocalDate().toString(),
                Typed.orNone(user.groups()),
                Typed.orNone(user.roles()),
                Typed.orNone(user.policies()));
    }

    public List<UUID> groupIds() {
        return Typed.orNone(groups);
    }

    public List<UUID> roleIds() {
        return Typed.orNone(roles);
    }

    public List<UUID> policyIds() {
        return Typed.orNone(policies);
    }

    /** All by which it comes by permissions. */
    List<Set<UUID>> links() {
        return List.of(Set.copyOf(groupIds()), Set.copyOf(roleIds()), Set.copyOf(policyIds()));
    }

    ServiceUserBody toBeCreated() {
        return new ServiceUserBody(
                Typed.text(username),
                Typed.text(description),
                Typed.textOrNull(owner),
                labelMap(),
                expiresAt(),
                groupIds(),
                roleIds(),
                policyIds());
    }

    /** The fields that differ from the service user as it is, as the API names them. */
    Map<String, @Nullable Object> changesOf(ServiceUser user) {
        Map<String, @Nullable Object> changes = new LinkedHashMap<>();
        Form before = of(user);
        put(changes, "username", Typed.text(before.username), Typed.text(username));
        put(changes, "description", Typed.text(before.description), Typed.text(description));
        put(changes, "owner", Typed.textOrNull(before.owner), Typed.textOrNull(owner));
        put(changes, "labels", before.labelMap(), labelMap());
        if (!Typed.text(before.expires).equals(Typed.text(expires))) {
            changes.put("expiresAt", expiresAt());
        }
        put(changes, "groups", Set.copyOf(before.groupIds()), Set.copyOf(groupIds()));
        put(changes, "roles", Set.copyOf(before.roleIds()), Set.copyOf(roleIds()));
        put(changes, "policies", Set.copyOf(before.policyIds()), Set.copyOf(policyIds()));
        return changes;
    }

    Map<String, String> labelMap() {
        return Typed.pairs(LABELS_FAULT, labels);
    }

    @Nullable Instant expiresAt() {
        return day(expires);
    }

    /** The beginning of a day in UTC; null of none. */
    static @Nullable Instant day(@Nullable String text) {
        if (Typed.text(text).isEmpty()) {
            return null;
        }
        try {
            return LocalDate.parse(Typed.text(text)).atStartOfDay(ZoneOffset.UTC).toInstant();
        } catch (DateTimeParseException _) {
            throw new Unreadable("the expiry is a day, such as 2027-03-31");
        }
    }

    private static void put(
            Map<String, @Nullable Object> changes,
            String field,
            @Nullable Object before,
            @Nullable Object after) {
        if (!Objects.equals(before, after)) {
            changes.put(field, after);
        }
    }

    private static Map<String, String> orNone(@Nullable Map<String, String> labels) {
        return labels == null ? Map.of() : labels;
    }
}
