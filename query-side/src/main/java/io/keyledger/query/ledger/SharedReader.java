package io.keyledger.query.ledger;

import io.keyledger.shared.ledger.RecordKind;

import org.jspecify.annotations.Nullable;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.function.Predicate;

/**
 * Reads and decodes a portion once for several that follow the ledger side by side: whoever asks
 * for what was just read gets the same entries. For one thread.
 */
public final class SharedReader {

    private final PortionReader reader;
    private @Nullable Recent recent;

    private record Recent(long after, Portion portion) {}

    public SharedReader(PortionReader reader) {
        this.reader = reader;
    }

    /** For one of them, who wants records of some kinds. */
    public PortionReader wanting(Predicate<RecordKind> wanted) {
        return (connection, after, upTo) ->
                read(connection, after, upTo)
                        .only(
                                entry ->
                                        entry.position() > after
                                                && wanted.test(entry.stored().kind()));
    }

    /** Once all have it: kept longer, it would outlive what the collector takes for short-lived. */
    public void forget() {
        recent = null;
    }

    private Portion read(Connection connection, long after, long upTo) throws SQLException {
        Recent known = recent;
        if (known != null
                && known.after() <= after
                && after < known.portion().reached()
                && known.portion().reached() <= upTo) {
            return known.portion();
        }
        Portion portion = reader.read(connection, after, upTo);
        recent = new Recent(after, portion);
        return portion;
    }
}
