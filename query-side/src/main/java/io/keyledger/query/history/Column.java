package io.keyledger.query.history;

import org.jspecify.annotations.Nullable;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * A column of rows that one statement takes all at once, an array a column.
 *
 * @param type PostgreSQL's name of it, such as {@code timestamptz}
 */
public record Column<R>(String name, String type, Function<R, ? extends @Nullable Object> value) {

    /** The names, for {@code INSERT INTO …}. */
    public static String names(List<? extends Column<?>> columns) {
        return columns.stream().map(Column::name).collect(Collectors.joining(", "));
    }

    /** The rows, for {@code SELECT * FROM …}. */
    public static String rows(List<? extends Column<?>> columns) {
        return columns.stream()
                .map(column -> "?::" + column.type() + "[]")
                .collect(Collectors.joining(", ", "unnest(", ")"));
    }

    /** Binds the rows as parameters from the first on. */
    public static <R> void bind(
            PreparedStatement statement, List<Column<R>> columns, Collection<R> rows)
            throws SQLException {
        for (int i = 0; i < columns.size(); i++) {
            Column<R> column = columns.get(i);
            @Nullable Object[] values = new @Nullable Object[rows.size()];
            int place = 0;
            for (R row : rows) {
                values[place++] = sql(column.value().apply(row));
            }
            statement.setArray(
                    i + 1, statement.getConnection().createArrayOf(column.type(), values));
        }
    }

    private static @Nullable Object sql(@Nullable Object value) {
        return value instanceof Instant at ? Columns.atUtc(at) : value;
    }
}
