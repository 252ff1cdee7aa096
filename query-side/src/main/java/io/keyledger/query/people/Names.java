package io.keyledger.query.people;

import io.keyledger.query.history.Columns;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;

/**
 * Under which names people acted in a batch, and from where to where in the ledger. Kept as the
 * first and the last position of each name, whatever order they are told in.
 */
final class Names {

    static final String TABLE = "person_name_v1";

    private static final String ADD =
            "INSERT INTO %s AS known (person_id, workspace, name, first_position, last_position)"
                    + " VALUES (?, ?, ?, ?, ?)"
                    + " ON CONFLICT (person_id, workspace, name) DO UPDATE SET"
                    + " first_position = LEAST(known.first_position, EXCLUDED.first_position),"
                    + " last_position = GREATEST(known.last_position, EXCLUDED.last_position)";

    private final Map<Name, Span> spans = new LinkedHashMap<>();

    private record Name(UUID person, String workspace, long ref) {}

    private record Span(long first, long last) {

        Span and(Span other) {
            return new Span(Math.min(first, other.first), Math.max(last, other.last));
        }
    }

    void note(UUID person, String workspace, long ref, long position) {
        spans.merge(new Name(person, workspace, ref), new Span(position, position), Span::and);
    }

    void write(Connection connection, String table) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(ADD.formatted(table))) {
            for (Map.Entry<Name, Span> each : spans.entrySet()) {
                Name name = each.getKey();
                Span span = each.getValue();
                Columns.bind(
                        statement,
                        name.person(),
                        name.workspace(),
                        name.ref(),
                        span.first(),
                        span.last());
                statement.addBatch();
            }
            statement.executeBatch();
        }
    }
}
