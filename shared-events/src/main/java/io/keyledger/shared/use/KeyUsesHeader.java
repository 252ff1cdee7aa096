package io.keyledger.shared.use;

import io.keyledger.shared.record.PersonalRef;

import org.jspecify.annotations.Nullable;

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

    /** The dictionary's number of the personal value that a use points to; null if to none. */
    public @Nullable Long reference(@Nullable Integer index) {
        return index == null ? null : (Long) personal.get(index).ref();
    }
}
