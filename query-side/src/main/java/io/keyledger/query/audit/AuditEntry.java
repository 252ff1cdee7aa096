package io.keyledger.query.audit;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;

/**
 * A change or a use, as an auditor reads it.
 *
 * @param id the event's id, or the use's record id
 * @param type the event's stored name, or {@code use}
 * @param serviceUserName what that service user was called then
 * @param use decision, reason of a refusal, what was asked for; part of the entry itself
 * @param reasonGiven why the administrator said he did it
 * @param count how many equal refusals a use stands for
 * @param erased true if address, user agent, reason given or a person's name were erased on request
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record AuditEntry(
        String id,
        long position,
        String kind,
        String type,
        String workspace,
        Instant occurredAt,
        @Nullable Instant ledgeredAt,
        @JsonInclude Actor actor,
        @JsonInclude Subject subject,
        @Nullable Map<String, Object> before,
        @Nullable Map<String, Object> after,
        @Nullable UUID serviceUserId,
        @Nullable String serviceUserName,
        @Nullable String keyId,
        @JsonUnwrapped @Nullable UseDetails use,
        @JsonInclude @Nullable String address,
        @JsonInclude @Nullable String userAgent,
        @Nullable String reasonGiven,
        @Nullable UUID correlationId,
        @Nullable UUID causationId,
        @Nullable Boolean erased) {

    /** Who acted: for a use, the service user whose key it was. */
    record Actor(
            String kind,
            @Nullable String id,
            @Nullable String name,
            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String keyId) {

        Actor named(@Nullable String other) {
            return new Actor(kind, id, other, keyId);
        }
    }

    /** What it was done to, by the name it had then: for a use, the key. */
    record Subject(String kind, @Nullable String id, @Nullable String name) {}
}
