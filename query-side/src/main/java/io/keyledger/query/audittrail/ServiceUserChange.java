package io.keyledger.query.audittrail;

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

import org.jspecify.annotations.Nullable;

import java.util.UUID;

/** Every event of a service user as the audit trail tells it. */
final class ServiceUserChange {

    private static final Fields ENABLED = Fields.of("status", "enabled");
    private static final Fields DISABLED = Fields.of("status", "disabled");

    private ServiceUserChange() {}

    static Change of(ServiceUserEvent event) {
        UUID id = event.serviceUserId();
        return switch (event) {
            case ServiceUserCreated e -> Change.ofUser(id, null, Fields.of(e.details()));
            case ServiceUserDetailsChanged e ->
                    Change.ofUser(id, Fields.of(e.before()), Fields.of(e.after()))
                            .onlyDifferences();
            case GroupAssigned e -> Change.ofUser(id, null, Fields.of("group", e.groupId()));
            case GroupUnassigned e -> Change.ofUser(id, Fields.of("group", e.groupId()), null);
            case RoleAssigned e -> Change.ofUser(id, null, Fields.of("role", e.roleId()));
            case RoleUnassigned e -> Change.ofUser(id, Fields.of("role", e.roleId()), null);
            case SecurityPolicyAttached e ->
                    Change.ofUser(id, null, Fields.of("policy", e.policyId()));
            case SecurityPolicyDetached e ->
                    Change.ofUser(id, Fields.of("policy", e.policyId()), null);
            case ServiceUserDisabled _ -> Change.ofUser(id, ENABLED, DISABLED);
            case ServiceUserEnabled _ -> Change.ofUser(id, DISABLED, ENABLED);
            case ServiceUserDeleted e ->
                    Change.ofUser(
                            id,
                            Fields.of("username", e.username()),
                            Fields.of("status", "deleted"));
            case ApiKeyGenerated e ->
                    key(
                            e,
                            e.keyId(),
                            null,
                            Fields.of("name", e.name())
                                    .with("expiresAt", Fields.text(e.expiresAt())));
            case SecretRegenerated e ->
                    key(
                            e,
                            e.keyId(),
                            null,
                            Fields.of("secretChanged", true)
                                    .with("overlapUntil", Fields.text(e.overlapUntil())));
            case ApiKeyRenamed e ->
                    key(e, e.keyId(), Fields.of("name", e.before()), Fields.of("name", e.after()));
            case ApiKeyDisabled e -> key(e, e.keyId(), ENABLED, DISABLED);
            case ApiKeyEnabled e -> key(e, e.keyId(), DISABLED, ENABLED);
            case ApiKeyDeleted e ->
                    key(e, e.keyId(), Fields.of("name", e.name()), Fields.of("status", "deleted"));
        };
    }

    private static Change key(
            ServiceUserEvent event, String keyId, @Nullable Fields before, @Nullable Fields after) {
        return Change.ofKey(event.serviceUserId(), keyId, before, after);
    }
}
