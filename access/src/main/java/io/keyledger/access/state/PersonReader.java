package io.keyledger.access.state;

import io.keyledger.access.key.PersonToken.Identity;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

/** Reads people by whom the provider knows them as. */
final class PersonReader {

    private static final String SQL =
            """
            SELECT p.id, p.issuer, p.subject, p.status, p.token_issued_at, p.version,
                   ARRAY(SELECT g.workspace FROM access.person_group g
                          WHERE g.person_id = p.id ORDER BY g.group_id),
                   ARRAY(SELECT g.group_id FROM access.person_group g
                          WHERE g.person_id = p.id ORDER BY g.group_id)
              FROM unnest(?::text[], ?::text[]) AS asked (issuer, subject)
              JOIN access.person p USING (issuer, subject)
            """;

    private final PreparedStatement statement;

    PersonReader(Connection connection) throws SQLException {
        statement = connection.prepareStatement(SQL);
    }

    List<PersonState> of(Collection<Identity> identities) throws SQLException {
        Connection connection = statement.getConnection();
        statement.setArray(
                1,
                connection.createArrayOf(
                        "text", identities.stream().map(Identity::issuer).toArray()));
        statement.setArray(
                2,
                connection.createArrayOf(
                        "text", identities.stream().map(Identity::subject).toArray()));
        List<PersonState> people = new ArrayList<>();
        try (ResultSet rows = statement.executeQuery()) {
            while (rows.next()) {
                people.add(person(rows));
            }
        }
        return people;
    }

    private static PersonState person(ResultSet row) throws SQLException {
        return PersonState.of(
                row.getObject(1, UUID.class),
                new Identity(row.getString(2), row.getString(3)),
                Status.of(row.getString(4)),
                row.getObject(5, OffsetDateTime.class).toInstant(),
                row.getLong(6),
                groups(Columns.texts(row, 7), Columns.ids(row, 8)));
    }

    private static Map<String, List<UUID>> groups(List<String> workspaces, List<UUID> ids) {
        Map<String, List<UUID>> groups = new TreeMap<>();
        for (int i = 0; i < ids.size(); i++) {
            groups.computeIfAbsent(workspaces.get(i), _ -> new ArrayList<>()).add(ids.get(i));
        }
        return groups;
    }
}
