package io.keyledger.command.serviceuser;

import io.keyledger.command.grant.Grantor;
import io.keyledger.command.grant.GroupFact;
import io.keyledger.command.grant.RoleFact;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * What a decision about a service user needs to know beside its own events.
 *
 * @param listed whether the request lists groups and roles in fields of its body, which a refusal
 *     can name
 */
record ServiceUserFacts(
        Grantor grantor,
        Map<UUID, GroupFact> groups,
        Map<UUID, RoleFact> roles,
        Instant now,
        boolean listed) {

    /** The field of the request that holds a group or a role, if one does. */
    @Nullable String field(String list, int index) {
        return listed ? list + "[" + index + "]" : null;
    }

    /** All permissions that a service user has by its groups and its roles. */
    List<String> permissionsOf(ServiceUserState.Present user) {
        List<String> permissions = new ArrayList<>();
        for (UUID id : user.groups()) {
            GroupFact group = groups.get(id);
            if (group != null) {
                permissions.addAll(group.permissions());
            }
        }
        for (UUID id : user.roles()) {
            RoleFact role = roles.get(id);
            if (role != null) {
                permissions.addAll(role.permissions());
            }
        }
        return permissions;
    }
}
