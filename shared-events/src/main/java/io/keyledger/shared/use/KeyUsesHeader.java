package io.keyledger.shared.use;

import io.keyledger.shared.record.PersonalRef;

import java.time.Instant;
import java.util.List;

/**
 * What the uses of one record share.
 *
 * @param decidedAt time of decision, by the database's clock in the batch's snapshot
 * @param snapshot the snapshot, as PostgreSQL writes a {@code pg_snapshot}
 * @param entities what was decided on, each entity once
 * @param personal addresses and user agents, each once
 */
public record KeyUsesHeader(
        Instant decidedAt,
        String snapshot,
        List<EntityVersion> entities,
        List<PersonalRef> personal) {
    public KeyUsesHeader {
        entities = List.copyOf(entities);
        personal = List.copyOf(personal);
    }
}
