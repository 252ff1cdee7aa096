package io.keyledger.query.record;

import com.fasterxml.jackson.annotation.JsonInclude;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * What is stored of an entry of the audit trail.
 *
 * @param kind {@code change} or {@code use}
 * @param position in the ledger
 * @param workspaceSequence index of its leaf in the workspace's Merkle log
 * @param leafHash of that leaf, in hex
 * @param sequence in its stream
 * @param metadata of a change, as stored; a use has none
 * @param payload of a change, as stored; of a use, what its part of the record says
 * @param withheld paths of values that are stored and not shown, such as {@code
 *     payload.secretHash.hmac}
 * @param decision of a use, and what it was decided on
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record RecordView(
        String id,
        String kind,
        String workspace,
        long position,
        long workspaceSequence,
        Instant ledgeredAt,
        String leafHash,
        String stream,
        long sequence,
        String type,
        int revision,
        Instant occurredAt,
        @Nullable Map<String, Object> metadata,
        Map<String, Object> payload,
        List<String> withheld,
        @Nullable DecidedOn decision) {

    static RecordView of(
            String id,
            String kind,
            Place place,
            @Nullable Map<String, Object> metadata,
            Map<String, Object> payload,
            List<String> withheld,
            @Nullable DecidedOn decision) {
        return new RecordView(
                id,
                kind,
                place.workspace(),
                place.position(),
                place.workspaceSequence(),
                place.ledgeredAt(),
                place.leafHash(),
                place.stream(),
                place.sequence(),
                place.type(),
                place.revision(),
                place.occurredAt(),
                metadata,
                payload,
                withheld,
                decision);
    }

    /**
     * The state a use was decided on.
     *
     * @param snapshot of the database, as PostgreSQL writes a {@code pg_snapshot}
     * @param versions of everything the decision depends on
     * @param grantedBy the role that allowed it
     * @param refusedBy the policy whose guard refused it
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record DecidedOn(
            Instant decidedAt,
            String snapshot,
            List<Version> versions,
            @Nullable UUID grantedBy,
            @Nullable UUID refusedBy) {}

    /** An entity at the sequence of its stream's last event. */
    record Version(String kind, UUID id, long version) {}
}
