package io.keyledger.command.access;

import io.keyledger.shared.event.SecretHash;
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

import java.time.Instant;
import java.util.Base64;

/**
 * Rows of {@code access.api_key}. A deleted key keeps its row, so that its uses are refused by
 * name.
 */
record ApiKeyRows(Writes writes) {

    private static final Statement GENERATE =
            new Statement(
                    """
                    INSERT INTO access.api_key (workspace, id, service_user_id, name, expires_at, secret_hash,
                                                pepper_version, secret_changed_at, status)
                    SELECT *, 'enabled'
                      FROM unnest(?::text[], ?::text[], ?::uuid[], ?::text[], ?::timestamptz[], ?::bytea[],
                                  ?::int[], ?::timestamptz[])
                    """,
                    "text",
                    "text",
                    "uuid",
                    "text",
                    "timestamptz",
                    "bytea",
                    "int4",
                    "timestamptz");

    void write(ServiceUserEvent event, String workspace, Instant at) {
        switch (event) {
            case ApiKeyGenerated generated -> insert(generated, workspace, at);
            case SecretRegenerated regenerated -> regenerate(regenerated, at);
            case ApiKeyRenamed renamed ->
                    writes.add(
                            "UPDATE access.api_key SET name = ? WHERE id = ?",
                            renamed.after(),
                            renamed.keyId());
            case ApiKeyDisabled disabled -> status(disabled.keyId(), "disabled");
            case ApiKeyEnabled enabled -> status(enabled.keyId(), "enabled");
            case ApiKeyDeleted deleted -> status(deleted.keyId(), "deleted");
            case ServiceUserCreated _,
                    ServiceUserDetailsChanged _,
                    GroupAssigned _,
                    GroupUnassigned _,
                    RoleAssigned _,
                    RoleUnassigned _,
                    SecurityPolicyAttached _,
                    SecurityPolicyDetached _,
                    ServiceUserDisabled _,
                    ServiceUserEnabled _,
                    ServiceUserDeleted _ -> {}
        }
    }

    private void insert(ApiKeyGenerated key, String workspace, Instant at) {
        writes.add(
                GENERATE,
                workspace,
                key.keyId(),
                key.serviceUserId(),
                key.name(),
                ServiceUserRows.timestamp(key.expiresAt()),
                bytes(key.secretHash()),
                key.secretHash().pepperVersion(),
                ServiceUserRows.timestamp(at));
    }

    private void regenerate(SecretRegenerated key, Instant at) {
        if (key.overlapUntil() != null) {
            writes.add(
                    """
                    UPDATE access.api_key
                       SET overlap_hash = secret_hash, overlap_pepper_version = pepper_version,
                           overlap_changed_at = secret_changed_at, overlap_until = ?
                     WHERE id = ?
                    """,
                    ServiceUserRows.timestamp(key.overlapUntil()),
                    key.keyId());
        } else {
            writes.add(
                    """
                    UPDATE access.api_key
                       SET overlap_hash = NULL, overlap_pepper_version = NULL,
                           overlap_changed_at = NULL, overlap_until = NULL
                     WHERE id = ?
                    """,
                    key.keyId());
        }
        writes.add(
                """
                UPDATE access.api_key
                   SET secret_hash = ?, pepper_version = ?, secret_changed_at = ? WHERE id = ?
                """,
                bytes(key.secretHash()),
                key.secretHash().pepperVersion(),
                ServiceUserRows.timestamp(at),
                key.keyId());
    }

    private void status(String keyId, String status) {
        writes.add("UPDATE access.api_key SET status = ? WHERE id = ?", status, keyId);
    }

    private static byte[] bytes(SecretHash hash) {
        return Base64.getUrlDecoder().decode(hash.hmac());
    }
}
