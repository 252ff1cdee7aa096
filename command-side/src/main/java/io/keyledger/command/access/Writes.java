package io.keyledger.command.access;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcOperations;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;

/**
 * What is to be written to the access tables at the end of a unit of work. Statements of one
 * command keep their order; those that are alike in several commands are sent at once.
 */
final class Writes {

    private final Map<Object, Queue<Write>> commands = new LinkedHashMap<>();
    private Queue<Write> current = new ArrayDeque<>();

    /** What is added from now on is of this command. */
    Writes of(Object command) {
        current = commands.computeIfAbsent(command, _ -> new ArrayDeque<>());
        return this;
    }

    /** One row after the other. */
    void add(String sql, @Nullable Object... row) {
        add(new Statement(sql), row);
    }

    void add(Statement statement, @Nullable Object... row) {
        current.add(new Write(statement, row));
    }

    void send(JdbcOperations jdbc) {
        for (Queue<Write> command : commands.values()) {
            while (!command.isEmpty()) {
                Statement statement = command.element().statement();
                statement.send(next(statement), jdbc);
            }
        }
    }

    private List<@Nullable Object[]> next(Statement statement) {
        List<@Nullable Object[]> rows = new ArrayList<>();
        for (Queue<Write> command : commands.values()) {
            while (!command.isEmpty() && command.element().statement().equals(statement)) {
                rows.add(command.remove().row());
            }
        }
        return rows;
    }

    private record Write(Statement statement, @Nullable Object[] row) {}
}
