package io.keyledger.access.journal;

import io.keyledger.shared.record.Commitment;
import io.keyledger.shared.record.PersonalRef;

import java.security.SecureRandom;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Base64;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Function;

/**
 * The dictionary of values that can be erased; records refer to them. One entry per workspace, kind
 * and value. Each statement takes any number of values.
 */
public final class PersonalDictionary {

    private static final String READ =
            """
            SELECT w.place, p.id, p.commitment
              FROM unnest(?::text[], ?::text[], ?::text[])
                   WITH ORDINALITY AS w (workspace, kind, value, place)
              JOIN store.personal_value p
                ON p.workspace = w.workspace AND p.kind = w.kind AND p.value = w.value
            """;
    private static final String WRITE =
            """
            INSERT INTO store.personal_value (workspace, kind, value, salt, commitment)
            SELECT * FROM unnest(?::text[], ?::text[], ?::text[], ?::bytea[], ?::bytea[])
            ON CONFLICT (workspace, kind, value) WHERE value IS NOT NULL DO NOTHING
            """;
    private static final SecureRandom RANDOM = new SecureRandom();

    private PersonalDictionary() {}

    /** The references to these values; those that are not there are added. */
    public static Map<PersonalValue, PersonalRef> refer(
            Connection connection, Collection<PersonalValue> values) throws SQLException {
        Map<PersonalValue, PersonalRef> found = new HashMap<>();
        List<PersonalValue> missing = values.stream().sorted(PersonalValue.ORDER).toList();
        if (!missing.isEmpty()) {
            read(connection, missing, found::put);
            missing = missing.stream().filter(value -> !found.containsKey(value)).toList();
        }
        if (!missing.isEmpty()) {
            write(connection, missing);
            read(connection, missing, found::put);
        }
        return found;
    }

    private static void read(
            Connection connection,
            List<PersonalValue> values,
            BiConsumer<PersonalValue, PersonalRef> found)
            throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(READ)) {
            bind(statement, values);
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    found.accept(
                            values.get(rows.getInt(1) - 1),
                            new PersonalRef(rows.getLong(2), base64(rows.getBytes(3))));
                }
            }
        }
    }

    /** Adds those that are not there; whoever adds the same at once waits, and adds nothing. */
    private static void write(Connection connection, List<PersonalValue> values)
            throws SQLException {
        byte[][] salts = new byte[values.size()][Commitment.SALT_BYTES];
        byte[][] commitments = new byte[values.size()][];
        for (int i = 0; i < salts.length; i++) {
            RANDOM.nextBytes(salts[i]);
            PersonalValue value = values.get(i);
            commitments[i] = Commitment.to(value.kind(), value.value(), salts[i]);
        }
        try (PreparedStatement statement = connection.prepareStatement(WRITE)) {
            bind(statement, values);
            statement.setArray(4, connection.createArrayOf("bytea", salts));
            statement.setArray(5, connection.createArrayOf("bytea", commitments));
            statement.executeUpdate();
        }
    }

    private static void bind(PreparedStatement statement, List<PersonalValue> values)
            throws SQLException {
        statement.setArray(1, texts(statement, values, PersonalValue::workspace));
        statement.setArray(2, texts(statement, values, value -> value.kind().storedName()));
        statement.setArray(3, texts(statement, values, PersonalValue::value));
    }

    private static Array texts(
            PreparedStatement statement,
            List<PersonalValue> values,
            Function<PersonalValue, String> part)
            throws SQLException {
        return statement.getConnection().createArrayOf("text", values.stream().map(part).toArray());
    }

    private static String base64(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
