package io.keyledger.command.grant;

import io.keyledger.command.rule.Rejected;
import io.keyledger.command.rule.RejectionCode;
import io.keyledger.shared.permission.Permission;
import io.keyledger.shared.permission.PermissionPattern;
import io.keyledger.shared.permission.PermissionSet;

import org.jspecify.annotations.Nullable;

import java.util.Collection;
import java.util.Set;
import java.util.UUID;

/**
 * Whoever gives a command: what he holds where he gives it, and the groups, roles and policies he
 * has it by.
 *
 * @param id of the service user or person he is, or null for the system itself
 * @param held without what he holds for some resources only
 * @param roles all that count for him, for whatever resources
 * @param policies all that reach him, in whatever state
 */
public record Grantor(
        @Nullable UUID id,
        PermissionSet held,
        Set<UUID> groups,
        Set<UUID> roles,
        Set<UUID> policies) {

    private static final Permission DELEGATE = new Permission("permissions:delegate");

    /** Keyledger itself, at the first start. */
    public static Grantor system() {
        return new Grantor(null, PermissionSet.of(Set.of("*:*")), Set.of(), Set.of(), Set.of());
    }

    /** Refuses a command that needs a permission he does not hold (any more). */
    public void mustHold(String permission) {
        if (!held.allows(new Permission(permission))) {
            throw new Rejected(
                    RejectionCode.PERMISSION_DENIED, "the caller does not hold " + permission);
        }
    }

    /** Refuses to grant what he does not hold. */
    public void mustBeAbleToGrant(Collection<String> permissions, @Nullable String field) {
        if (held.allows(DELEGATE)) {
            return;
        }
        permissions.stream()
                .filter(permission -> !held.covers(new PermissionPattern(permission)))
                .findFirst()
                .ifPresent(
                        permission -> {
                            throw new Rejected(
                                    RejectionCode.PERMISSION_NOT_HELD,
                                    "the caller cannot grant "
                                            + permission
                                            + ", which it does not hold",
                                    field);
                        });
    }

    public void mustNotBe(UUID other) {
        if (other.equals(id)) {
            throw ownAccess();
        }
    }

    public void mustNotHaveRole(UUID role) {
        if (roles.contains(role)) {
            throw ownAccess();
        }
    }

    public void mustNotBeIn(UUID group) {
        if (groups.contains(group)) {
            throw ownAccess();
        }
    }

    public void mustNotBeReachedBy(UUID policy) {
        if (policies.contains(policy)) {
            throw ownAccess();
        }
    }

    private static Rejected ownAccess() {
        return new Rejected(RejectionCode.OWN_ACCESS, "nobody changes his own access");
    }
}
