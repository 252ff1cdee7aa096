package io.keyledger.access.journal;

import io.keyledger.access.memory.HeapShare;
import io.keyledger.shared.record.PersonalRef;

import org.jspecify.annotations.Nullable;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What a node remembers of the dictionaries of personal values. New values are put into them in
 * transactions of their own, before the snapshot of the batch that refers to them.
 */
public final class PersonalValues {

    private static final int MOST = 50_000;
    private static final int BYTES = 320;
    private static final int PART = 32;

    private final Map<PersonalValue, PersonalRef> known =
            new LruMap<>(HeapShare.things(BYTES, PART, MOST));

    public @Nullable PersonalRef find(PersonalValue value) {
        return known.get(value);
    }

    /** Makes these values known. The connection commits each statement, at READ COMMITTED. */
    public void resolve(Connection connection, Collection<PersonalValue> values)
            throws SQLException {
        List<PersonalValue> unknown =
                values.stream().filter(value -> !known.containsKey(value)).toList();
        known.putAll(PersonalDictionary.refer(connection, unknown));
    }

    /** Forgets values that were erased, and says whether it knew one of them. */
    public boolean forget(Set<Long> references) {
        return !references.isEmpty()
                && known.values().removeIf(known -> references.contains(known.ref()));
    }

    public void clear() {
        known.clear();
    }
}
