package io.keyledger.query.history;

import org.jspecify.annotations.Nullable;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Loads open rows and writes changed ones, a few statements for a batch whatever its size. */
public final class HistoryStore {

    private static final List<String> SPAN =
            List.of("version", "updated_at", "valid_from", "valid_to");

    private final Connection connection;
    private final UnaryOperator<String> qualified;

    /** Works on the tables that {@code qualified} names, in the connection's transaction. */
    public HistoryStore(Connection connection, UnaryOperator<String> qualified) {
        this.connection = connection;
        this.qualified = qualified;
    }

    /** The open rows of these owners. */
    public <K, V> History<K, V> load(HistoryTable<K, V> table, Collection<?> owners, String type)
            throws SQLException {
        History<K, V> history = new History<>();
        if (owners.isEmpty()) {
            return history;
        }
        try (PreparedStatement statement = connection.prepareStatement(selectOpen(table))) {
            statement.setArray(1, connection.createArrayOf(type, owners.toArray()));
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    history.add(read(table, rows));
                }
            }
        }
        return history;
    }

    /** Closes and moves on what was stored, then adds what began. */
    public <K, V> void write(HistoryTable<K, V> table, History<K, V> history) throws SQLException {
        batch(
                update(table),
                history.changedStored(),
                row ->
                        Stream.of(
                                        new Object[] {
                                            row.to(), row.last().version(), row.last().at()
                                        },
                                        table.keys().apply(row.key()),
                                        new Object[] {row.from()})
                                .flatMap(Arrays::stream)
                                .toArray());
        batch(insert(table), history.begun(), row -> everything(table, row));
    }

    private <K, V> Interval<K, V> read(HistoryTable<K, V> table, ResultSet row)
            throws SQLException {
        long from = row.getLong("valid_from");
        Moment last = new Moment(from, row.getLong("version"), Columns.instant(row, "updated_at"));
        return Interval.stored(table.readKey().read(row), table.readValue().read(row), last, from);
    }

    private <R> void batch(String sql, List<R> rows, Parameters<R> parameters) throws SQLException {
        if (rows.isEmpty()) {
            return;
        }
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (R row : rows) {
                Columns.bind(statement, parameters.of(row));
                statement.addBatch();
            }
            statement.executeBatch();
        }
    }

    private static <K, V> @Nullable Object[] everything(
            HistoryTable<K, V> table, Interval<K, V> row) {
        List<@Nullable Object> all = new ArrayList<>();
        all.addAll(Arrays.asList(table.keys().apply(row.key())));
        all.addAll(Arrays.asList(table.values().apply(row.value())));
        all.addAll(List.of(row.last().version(), row.last().at(), row.from(), row.to()));
        return all.toArray();
    }

    /** Open is written out: of a parameter no plan knows that the partial index has it. */
    private String selectOpen(HistoryTable<?, ?> table) {
        return "SELECT * FROM "
                + qualified.apply(table.name())
                + " WHERE "
                + table.ownerColumn()
                + " = ANY (?) AND valid_to = "
                + History.OPEN;
    }

    private String update(HistoryTable<?, ?> table) {
        return "UPDATE "
                + qualified.apply(table.name())
                + " SET valid_to = ?, version = ?, updated_at = ? WHERE "
                + table.keyColumns().stream()
                        .map(column -> column + " = ? AND ")
                        .collect(Collectors.joining())
                + "valid_from = ?";
    }

    private String insert(HistoryTable<?, ?> table) {
        List<String> columns =
                Stream.of(table.keyColumns(), table.valueColumns(), SPAN)
                        .flatMap(List::stream)
                        .toList();
        return "INSERT INTO "
                + qualified.apply(table.name())
                + " ("
                + String.join(", ", columns)
                + ") VALUES ("
                + columns.stream().map(_ -> "?").collect(Collectors.joining(", "))
                + ")";
    }

    @FunctionalInterface
    private interface Parameters<R> {
        @Nullable Object[] of(R row);
    }
}
