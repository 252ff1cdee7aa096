package io.keyledger.console.comparison;

import io.keyledger.client.api.Audit.Entry;
import io.keyledger.client.api.Permissions.Why;

import org.jspecify.annotations.Nullable;

import java.util.Collection;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

/**
 * A way by which a service user or a person holds a permission, and whether a change opened or
 * closed it.
 *
 * @param user whose way it is
 * @param gained whether the way is there after the change, or was there before it
 */
record Path(UUID user, String permission, Why why, boolean gained) {

    boolean isTurnedBy(Entry entry) {
        String subject = entry.subject() == null ? null : entry.subject().id();
        String type = entry.type();
        if (user.toString().equals(subject)) {
            return ofTheUser(entry, type.substring(type.indexOf('.') + 1));
        }
        if (why.group() != null && is(why.group().id(), subject)) {
            return ofTheGroup(entry, type.substring(type.indexOf('.') + 1));
        }
        if (why.policy() != null && is(why.policy().id(), subject)) {
            return ofThePolicy(entry, type.substring(type.indexOf('.') + 1));
        }
        return is(why.role().id(), subject)
                && type.endsWith(".RolePermissionsChanged")
                && holds(entry.after()) == gained
                && holds(entry.before()) != gained;
    }

    private boolean ofTheUser(Entry entry, String event) {
        return switch (event) {
            case "ServiceUserCreated", "ServiceUserEnabled", "PersonEnabled" -> gained;
            case "ServiceUserDisabled", "ServiceUserDeleted", "PersonDisabled" -> !gained;
            case "GroupAssigned",
                    "GroupUnassigned",
                    "PersonGroupAssigned",
                    "PersonGroupUnassigned" ->
                    why.group() != null && concerns(entry, "group", why.group().id());
            case "SecurityPolicyAttached", "SecurityPolicyDetached" ->
                    why.group() == null
                            && why.policy() != null
                            && concerns(entry, "policy", why.policy().id());
            case "RoleAssigned", "RoleUnassigned" ->
                    why.group() == null
                            && why.policy() == null
                            && concerns(entry, "role", why.role().id());
            default -> false;
        };
    }

    private boolean ofTheGroup(Entry entry, String event) {
        return switch (event) {
            case "SecurityPolicyAttachedToGroup", "SecurityPolicyDetachedFromGroup" ->
                    why.policy() != null && concerns(entry, "policy", why.policy().id());
            case "RoleAssignedToGroup", "RoleUnassignedFromGroup" ->
                    why.policy() == null && concerns(entry, "role", why.role().id());
            default -> false;
        };
    }

    private boolean ofThePolicy(Entry entry, String event) {
        return switch (event) {
            case "SecurityPolicyEnabled" -> gained;
            case "SecurityPolicyDisabled", "SecurityPolicyMonitored" -> !gained;
            case "SecurityPolicyGrantsChanged" ->
                    grants(entry.after()) == gained && grants(entry.before()) != gained;
            default -> false;
        };
    }

    /** What is assigned stands after the change, what is taken away before it. */
    private boolean concerns(Entry entry, String field, UUID id) {
        Map<String, Object> side = gained ? entry.after() : entry.before();
        return side != null && is(id, side.get(field));
    }

    private boolean holds(@Nullable Map<String, Object> side) {
        return side != null
                && side.get("permissions") instanceof Collection<?> permissions
                && permissions.contains(permission);
    }

    private boolean grants(@Nullable Map<String, Object> side) {
        return side != null
                && side.get("grants") instanceof Collection<?> grants
                && grants.stream()
                        .anyMatch(
                                grant ->
                                        grant instanceof Map<?, ?> map
                                                && is(why.role().id(), map.get("role")));
    }

    private static boolean is(UUID id, @Nullable Object text) {
        return Objects.equals(id.toString(), text);
    }
}
