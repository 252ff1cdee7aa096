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

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

import java.time.OffsetDateTime;
import java.util.Base64;

/**
 * Rows of {@code access.api_key}. A deleted key keeps its row, so that its uses are refused by
 * name.
 */
record ApiKeyRows(JdbcClient jdbc) {

    /** The time of the event that is being written, so that its row says the same. */
    private static final String OCCURRED =
            "(SELECT occurred_at FROM store.domain_event"
                    + " WHERE stream = :stream AND sequence = :sequence)";

    void write(ServiceUserEvent event, long sequence, String workspace) {
        switch (event) {
            case ApiKeyGenerated generated -> insert(generated, sequence, workspace);
            case SecretRegenerated regenerated -> regenerate(regenerated, sequence);
            case ApiKeyRenamed renamed ->
                    jdbc.sql("UPDATE access.api_key SET name = ? WHERE id = ?")
                            .params(renamed.after(), renamed.keyId())
                            .update();
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

    private void insert(ApiKeyGenerated key, long sequence, String workspace) {
        jdbc.sql(
                        "INSERT INTO access.api_key"
                                + " (workspace, id, service_user_id, name, status, expires_at, secret_hash, pepper_version, secret_changed_at)"
                                + " VALUES (:workspace, :id, :user, :name, 'enabled', :expiresAt, :hash, :pepper, "
                                + OCCURRED
                                + ")")
                .param("stream", key.serviceUserId().toString())
                .param("sequence", sequence)
                .param("workspace", workspace)
                .param("id", key.keyId())
                .param("user", key.serviceUserId())
                .param("name", key.name())
                .param("expiresAt", ServiceUserRows.timestamp(key.expiresAt()))
                .param("hash", bytes(key.secretHash()))
                .param("pepper", key.secretHash().pepperVersion())
                .update();
    }

    private void regenerate(SecretRegenerated key, long sequence) {
        @Nullable OffsetDateTime until = ServiceUserRows.timestamp(key.overlapUntil());
        jdbc.sql(
                        """
                        UPDATE access.api_key
                           SET overlap_hash = CASE WHEN :overlaps THEN secret_hash END,
                               overlap_pepper_version = CASE WHEN :overlaps THEN pepper_version END,
                               overlap_changed_at = CASE WHEN :overlaps THEN secret_changed_at END,
                               overlap_until = :until,
                               secret_hash = :hash,
                               pepper_version = :pepper,
                               secret_changed_at = %s
                         WHERE id = :id
                        """
                                .formatted(OCCURRED))
                .param("stream", key.serviceUserId().toString())
                .param("sequence", sequence)
                .param("overlaps", until != null)
                .param("until", until)
                .param("hash", bytes(key.secretHash()))
                .param("pepper", key.secretHash().pepperVersion())
                .param("id", key.keyId())
                .update();
    }

    private void status(String keyId, String status) {
        jdbc.sql("UPDATE access.api_key SET status = ? WHERE id = ?")
                .params(status, keyId)
                .update();
    }

    private static byte[] bytes(SecretHash hash) {
        return Base64.getUrlDecoder().decode(hash.hmac());
    }
}
