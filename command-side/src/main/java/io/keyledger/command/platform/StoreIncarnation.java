package io.keyledger.command.platform;

import io.keyledger.shared.record.ConsistencyToken;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;

/** Which store this is: its id, and the timeline it is on since it was last restored. */
final class StoreIncarnation {

    private final JdbcClient jdbc;
    private final AtomicReference<@Nullable Identity> known = new AtomicReference<>();

    StoreIncarnation(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Asks the database, the first time. */
    void learn() {
        identity();
    }

    ConsistencyToken token(String stream, long sequence) {
        Identity identity = identity();
        return new ConsistencyToken(identity.store(), identity.timeline(), stream, sequence);
    }

    private Identity identity() {
        Identity found = known.get();
        if (found == null) {
            found =
                    jdbc.sql(
                                    "SELECT store_id, (SELECT timeline_id FROM pg_control_checkpoint())"
                                            + " FROM store.identity")
                            .query(
                                    (row, _) ->
                                            new Identity(
                                                    row.getObject(1, UUID.class), row.getLong(2)))
                            .single();
            known.set(found);
        }
        return found;
    }

    private record Identity(UUID store, long timeline) {}
}
