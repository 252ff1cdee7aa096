package io.keyledger.command.serviceuser;

import io.keyledger.command.rule.Rejected;
import io.keyledger.command.rule.RejectionCode;
import io.keyledger.command.serviceuser.ServiceUserState.Absent;
import io.keyledger.command.serviceuser.ServiceUserState.ApiKey;
import io.keyledger.command.serviceuser.ServiceUserState.Present;
import io.keyledger.shared.event.ServiceUserDetails;
import io.keyledger.shared.event.ServiceUserEvent;
import io.keyledger.shared.event.ServiceUserEvent.ApiKeyDeleted;
import io.keyledger.shared.event.ServiceUserEvent.ApiKeyDisabled;
import io.keyledger.shared.event.ServiceUserEvent.ApiKeyEnabled;
import io.keyledger.shared.event.ServiceUserEvent.ApiKeyGenerated;
import io.keyledger.shared.event.ServiceUserEvent.ApiKeyRenamed;
import io.keyledger.shared.event.ServiceUserEvent.GroupAssigned;
import io.keyledger.shared.event.ServiceUserEvent.GroupUnassigned;
import io.keyledger.shared.event.ServiceUserEvent.RoleAssigned;
import io.keyledger.shared.event.ServiceUserEvent.RoleUnassigned;
import io.keyledger.shared.event.ServiceUserEvent.SecretRegenerated;
import io.keyledger.shared.event.ServiceUserEvent.SecurityPolicyAttached;
import io.keyledger.shared.event.ServiceUserEvent.SecurityPolicyDetached;
import io.keyledger.shared.event.ServiceUserEvent.ServiceUserCreated;
import io.keyledger.shared.event.ServiceUserEvent.ServiceUserDeleted;
import io.keyledger.shared.event.ServiceUserEvent.ServiceUserDetailsChanged;
import io.keyledger.shared.event.ServiceUserEvent.ServiceUserDisabled;
import io.keyledger.shared.event.ServiceUserEvent.ServiceUserEnabled;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** How a service user's events make its state. */
final class ServiceUserEvolution {

    private ServiceUserEvolution() {}

    static ServiceUserState evolve(ServiceUserState state, ServiceUserEvent event) {
        return switch (event) {
            case ServiceUserCreated created ->
                    new Present(created.details(), true, List.of(), List.of(), List.of(), Map.of());
            case ServiceUserDetailsChanged changed -> with(present(state), changed.after());
            case GroupAssigned assigned ->
                    withGroups(present(state), plus(present(state).groups(), assigned.groupId()));
            case GroupUnassigned unassigned ->
                    withGroups(
                            present(state), minus(present(state).groups(), unassigned.groupId()));
            case RoleAssigned assigned ->
                    withRoles(present(state), plus(present(state).roles(), assigned.roleId()));
            case RoleUnassigned unassigned ->
                    withRoles(present(state), minus(present(state).roles(), unassigned.roleId()));
            case SecurityPolicyAttached attached ->
                    withPolicies(
                            present(state), plus(present(state).policies(), attached.policyId()));
            case SecurityPolicyDetached detached ->
                    withPolicies(
                            present(state), minus(present(state).policies(), detached.policyId()));
            case ServiceUserDisabled _ -> enabled(present(state), false);
            case ServiceUserEnabled _ -> enabled(present(state), true);
            case ServiceUserDeleted _ -> new Absent();
            case ApiKeyGenerated key ->
                    withKey(present(state), key.keyId(), new ApiKey(key.name(), true));
            case SecretRegenerated _ -> state;
            case ApiKeyRenamed key ->
                    withKey(
                            present(state),
                            key.keyId(),
                            new ApiKey(key.after(), key(present(state), key.keyId()).enabled()));
            case ApiKeyDisabled key -> keyEnabled(present(state), key.keyId(), false);
            case ApiKeyEnabled key -> keyEnabled(present(state), key.keyId(), true);
            case ApiKeyDeleted key -> withoutKey(present(state), key.keyId());
        };
    }

    static Present present(ServiceUserState state) {
        return switch (state) {
            case Present present -> present;
            case Absent _ ->
                    throw new Rejected(
                            RejectionCode.UNKNOWN_SERVICE_USER, "there is no such service user");
        };
    }

    static ApiKey key(Present user, String keyId) {
        ApiKey key = user.keys().get(keyId);
        if (key == null) {
            throw new Rejected(RejectionCode.UNKNOWN_API_KEY, "the service user has no such key");
        }
        return key;
    }

    private static Present with(Present user, ServiceUserDetails details) {
        return new Present(
                details, user.enabled(), user.groups(), user.roles(), user.policies(), user.keys());
    }

    private static Present enabled(Present user, boolean enabled) {
        return new Present(
                user.details(), enabled, user.groups(), user.roles(), user.policies(), user.keys());
    }

    private static Present withGroups(Present user, List<UUID> groups) {
        return new Present(
                user.details(), user.enabled(), groups, user.roles(), user.policies(), user.keys());
    }

    private static Present withRoles(Present user, List<UUID> roles) {
        return new Present(
                user.details(), user.enabled(), user.groups(), roles, user.policies(), user.keys());
    }

    private static Present withPolicies(Present user, List<UUID> policies) {
        return new Present(
                user.details(), user.enabled(), user.groups(), user.roles(), policies, user.keys());
    }

    private static Present withKeys(Present user, Map<String, ApiKey> keys) {
        return new Present(
                user.details(), user.enabled(), user.groups(), user.roles(), user.policies(), keys);
    }

    private static Present withKey(Present user, String keyId, ApiKey key) {
        Map<String, ApiKey> keys = new LinkedHashMap<>(user.keys());
        keys.put(keyId, key);
        return withKeys(user, keys);
    }

    private static Present keyEnabled(Present user, String keyId, boolean enabled) {
        return withKey(user, keyId, new ApiKey(key(user, keyId).name(), enabled));
    }

    private static Present withoutKey(Present user, String keyId) {
        Map<String, ApiKey> keys = new LinkedHashMap<>(user.keys());
        keys.remove(keyId);
        return withKeys(user, keys);
    }

    private static List<UUID> plus(List<UUID> ids, UUID id) {
        List<UUID> more = new ArrayList<>(ids);
        more.add(id);
        return List.copyOf(more);
    }

    private static List<UUID> minus(List<UUID> ids, UUID id) {
        return ids.stream().filter(other -> !other.equals(id)).toList();
    }
}
