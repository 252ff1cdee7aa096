package io.keyledger.query.history;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.TreeMap;

/**
 * Between which entries everything lies that happened in an hour of a workspace: entries are
 * ordered by position, and asked for by time.
 */
public final class Hours {

    private static final String ADD =
            "INSERT INTO %s AS known (workspace, hour, first_entry, last_entry) VALUES (?, ?, ?, ?)"
                    + " ON CONFLICT (workspace, hour) DO UPDATE SET"
                    + " first_entry = LEAST(known.first_entry, EXCLUDED.first_entry),"
                    + " last_entry = GREATEST(known.last_entry, EXCLUDED.last_entry)";

    private final Map<String, Map<Instant, Span>> hours = new TreeMap<>();

    private record Span(long first, long last) {

        Span and(Span other) {
            return new Span(Math.min(first, other.first), Math.max(last, other.last));
        }
    }

    public void note(String workspace, Instant occurredAt, long firstEntry, long lastEntry) {
        hours.computeIfAbsent(workspace, _ -> new TreeMap<>())
                .merge(
                        occurredAt.truncatedTo(ChronoUnit.HOURS),
                        new Span(firstEntry, lastEntry),
                        Span::and);
    }

    /** Adds them to what a table of hours knows. */
    public void addTo(Connection connection, String table) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(ADD.formatted(table))) {
            for (var workspace : hours.entrySet()) {
                for (var hour : workspace.getValue().entrySet()) {
                    Columns.bind(
                            statement,
                            workspace.getKey(),
                            hour.getKey(),
                            hour.getValue().first(),
                            hour.getValue().last());
                    statement.addBatch();
                }
            }
            statement.executeBatch();
        }
    }
}
