package io.keyledger.access.journal;

import io.keyledger.access.key.PersonToken.Identity;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * In which workspaces people have groups, as of a moment before a batch's snapshot. That changes
 * with each sign-in, so it is asked for each batch, and is a guess.
 */
public final class PersonWorkspaces {

    private static final String SQL =
            """
            SELECT DISTINCT p.issuer, p.subject, g.workspace
              FROM unnest(?::text[], ?::text[]) AS asked (issuer, subject)
              JOIN access.person p USING (issuer, subject)
              JOIN access.person_group g ON g.person_id = p.id
            """;

    private final Map<Identity, Set<String>> found = new HashMap<>();

    /** Forgets all others. */
    public void resolve(Connection connection, Set<Identity> people) throws SQLException {
        found.clear();
        if (people.isEmpty()) {
            return;
        }
        try (PreparedStatement statement = connection.prepareStatement(SQL)) {
            Object[] issuers = people.stream().map(Identity::issuer).toArray();
            Object[] subjects = people.stream().map(Identity::subject).toArray();
            statement.setArray(1, connection.createArrayOf("text", issuers));
            statement.setArray(2, connection.createArrayOf("text", subjects));
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    found.computeIfAbsent(
                                    new Identity(rows.getString(1), rows.getString(2)),
                                    _ -> new HashSet<>())
                            .add(rows.getString(3));
                }
            }
        }
    }

    public Set<String> of(Identity person) {
        return found.getOrDefault(person, Set.of());
    }
}
