package io.keyledger.command.platform;

import io.keyledger.shared.record.Commitment;
import io.keyledger.shared.record.PersonalKind;
import io.keyledger.shared.record.PersonalRef;

import org.jspecify.annotations.Nullable;

import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Base64;

/**
 * The dictionary of values that can be erased; records refer to them. One entry per workspace and
 * value.
 */
final class PersonalValues {

    private static final String FIND =
            "SELECT id, commitment FROM store.personal_value"
                    + " WHERE workspace = ? AND kind = ? AND value = ?";
    private static final String ADD =
            "INSERT INTO store.personal_value (workspace, kind, value, salt, commitment)"
                    + " VALUES (?, ?, ?, ?, ?)"
                    + " ON CONFLICT (workspace, kind, value) WHERE value IS NOT NULL DO NOTHING"
                    + " RETURNING id, commitment";

    private final SecureRandom random = new SecureRandom();

    @Nullable PersonalRef refer(
            Connection connection, String workspace, PersonalKind kind, @Nullable String value)
            throws SQLException {
        if (value == null) {
            return null;
        }
        PersonalRef found = find(connection, workspace, kind, value);
        if (found == null) {
            found = add(connection, workspace, kind, value);
        }
        // Somebody else added it in between: it is visible to the next statement.
        return found == null ? find(connection, workspace, kind, value) : found;
    }

    private static @Nullable PersonalRef find(
            Connection connection, String workspace, PersonalKind kind, String value)
            throws SQLException {
        try (PreparedStatement find = connection.prepareStatement(FIND)) {
            name(find, workspace, kind, value);
            return reference(find);
        }
    }

    private @Nullable PersonalRef add(
            Connection connection, String workspace, PersonalKind kind, String value)
            throws SQLException {
        byte[] salt = new byte[Commitment.SALT_BYTES];
        random.nextBytes(salt);
        try (PreparedStatement add = connection.prepareStatement(ADD)) {
            name(add, workspace, kind, value);
            add.setBytes(4, salt);
            add.setBytes(5, Commitment.to(kind, value, salt));
            return reference(add);
        }
    }

    private static void name(
            PreparedStatement statement, String workspace, PersonalKind kind, String value)
            throws SQLException {
        statement.setString(1, workspace);
        statement.setString(2, kind.storedName());
        statement.setString(3, value);
    }

    private static @Nullable PersonalRef reference(PreparedStatement statement)
            throws SQLException {
        try (ResultSet row = statement.executeQuery()) {
            return row.next()
                    ? new PersonalRef(
                            row.getLong(1),
                            Base64.getUrlEncoder().withoutPadding().encodeToString(row.getBytes(2)))
                    : null;
        }
    }
}
