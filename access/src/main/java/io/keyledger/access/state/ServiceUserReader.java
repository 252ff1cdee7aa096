package io.keyledger.access.state;

import org.jspecify.annotations.Nullable;

import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * Reads the service users of some keys, each with the keys it has. Of deleted keys, which may be
 * many, only those asked for.
 */
final class ServiceUserReader {

    private static final String SELECT =
            """
            SELECT u.id, u.workspace, u.username, u.status, u.expires_at, u.version,
                   ARRAY(SELECT g.group_id FROM access.service_user_group g
                          WHERE g.service_user_id = u.id ORDER BY g.group_id),
                   ARRAY(SELECT r.role_id FROM access.service_user_role r
                          WHERE r.service_user_id = u.id ORDER BY r.role_id),
                   ARRAY(SELECT p.policy_id FROM access.service_user_policy p
                          WHERE p.service_user_id = u.id ORDER BY p.policy_id),
                   k.id, k.status, k.expires_at, k.secret_hash, k.pepper_version,
                   k.secret_changed_at,
                   k.overlap_hash, k.overlap_pepper_version, k.overlap_changed_at, k.overlap_until
              FROM access.service_user u
            """;

    private static final String OF_KEYS =
            SELECT
                    + """
                      JOIN access.api_key k ON k.service_user_id = u.id
                     WHERE u.id IN (SELECT a.service_user_id FROM access.api_key a WHERE a.id = ANY (?))
                       AND (k.status <> 'deleted' OR k.id = ANY (?))
                     ORDER BY u.id
                    """;

    private static final String OF_ID =
            SELECT
                    + """
                      LEFT JOIN access.api_key k ON k.service_user_id = u.id AND k.status <> 'deleted'
                     WHERE u.id = ?
                    """;

    private final PreparedStatement statement;

    ServiceUserReader(Connection connection) throws SQLException {
        statement = connection.prepareStatement(OF_KEYS);
    }

    /** The service users of {@code missing}, with those of their keys in {@code asked} as well. */
    List<ServiceUserState> ofKeys(Collection<String> missing, Collection<String> asked)
            throws SQLException {
        statement.setArray(1, texts(missing));
        statement.setArray(2, texts(asked));
        try (ResultSet rows = statement.executeQuery()) {
            return users(rows);
        }
    }

    /** The service user, with all its keys but deleted ones; null if there was never one. */
    @Nullable ServiceUserState ofId(UUID id) throws SQLException {
        try (PreparedStatement one = statement.getConnection().prepareStatement(OF_ID)) {
            one.setObject(1, id);
            try (ResultSet rows = one.executeQuery()) {
                List<ServiceUserState> found = users(rows);
                return found.isEmpty() ? null : found.getFirst();
            }
        }
    }

    private static List<ServiceUserState> users(ResultSet rows) throws SQLException {
        List<ServiceUserState> users = new ArrayList<>();
        boolean more = rows.next();
        while (more) {
            ServiceUserState user = user(rows);
            Map<String, KeyState> keys = new HashMap<>();
            do {
                if (rows.getString(10) != null) {
                    KeyState key = key(rows);
                    keys.put(key.id(), key);
                }
                more = rows.next();
            } while (more && rows.getObject(1, UUID.class).equals(user.id()));
            users.add(with(user, keys));
        }
        return users;
    }

    private Array texts(Collection<String> values) throws SQLException {
        return statement.getConnection().createArrayOf("text", values.toArray());
    }

    private static ServiceUserState user(ResultSet row) throws SQLException {
        return new ServiceUserState(
                row.getObject(1, UUID.class),
                row.getString(2),
                row.getString(3),
                Status.of(row.getString(4)),
                Columns.instant(row, 5),
                row.getLong(6),
                Columns.ids(row, 7),
                Columns.ids(row, 8),
                Columns.ids(row, 9),
                Map.of());
    }

    private static ServiceUserState with(ServiceUserState user, Map<String, KeyState> keys) {
        return new ServiceUserState(
                user.id(),
                user.workspace(),
                user.username(),
                user.status(),
                user.expiresAt(),
                user.version(),
                user.groups(),
                user.roles(),
                user.policies(),
                keys);
    }

    private static KeyState key(ResultSet row) throws SQLException {
        return new KeyState(
                row.getString(10),
                Status.of(row.getString(11)),
                Columns.instant(row, 12),
                secret(row, 13),
                overlap(row),
                Columns.instant(row, 19));
    }

    private static @Nullable StoredSecret overlap(ResultSet row) throws SQLException {
        return row.getBytes(16) == null ? null : secret(row, 16);
    }

    /** From the column of the hash and the two after it. */
    private static StoredSecret secret(ResultSet row, int hash) throws SQLException {
        return new StoredSecret(
                row.getInt(hash + 1),
                row.getBytes(hash),
                row.getObject(hash + 2, OffsetDateTime.class).toInstant());
    }
}
