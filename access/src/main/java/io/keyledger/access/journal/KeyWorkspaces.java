package io.keyledger.access.journal;

import io.keyledger.access.memory.HeapShare;

import org.jspecify.annotations.Nullable;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Map;
import java.util.Set;

/**
 * In which workspace a key is. That never changes, so it may be known before a batch's snapshot;
 * that there is no such key may change, and is not remembered.
 */
public final class KeyWorkspaces {

    private static final int MOST = 100_000;
    private static final int BYTES = 160;
    private static final int PART = 32;
    private static final String SQL = "SELECT id, workspace FROM access.api_key WHERE id = ANY (?)";

    private final Map<String, String> known;

    public KeyWorkspaces() {
        this(HeapShare.things(BYTES, PART, MOST));
    }

    KeyWorkspaces(int most) {
        known = new LruMap<>(most);
    }

    public @Nullable String find(String keyId) {
        return known.get(keyId);
    }

    /** All of them are used before a new one is put in, so that none is forgotten for another. */
    public void resolve(Connection connection, Set<String> keyIds) throws SQLException {
        String[] missing =
                keyIds.stream().filter(id -> known.get(id) == null).toArray(String[]::new);
        if (missing.length == 0) {
            return;
        }
        try (PreparedStatement statement = connection.prepareStatement(SQL)) {
            statement.setArray(1, connection.createArrayOf("text", missing));
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    known.put(rows.getString(1), rows.getString(2));
                }
            }
        }
    }
}
