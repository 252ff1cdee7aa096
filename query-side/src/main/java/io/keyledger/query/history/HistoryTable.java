package io.keyledger.query.history;

import org.jspecify.annotations.Nullable;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.function.Function;

/**
 * How one history table stores its keys and values. Every such table has besides: version,
 * updated_at, valid_from, valid_to.
 *
 * @param ownerColumn the column whose value says which rows an event can be about
 */
public record HistoryTable<K, V>(
        String name,
        String ownerColumn,
        List<String> keyColumns,
        List<String> valueColumns,
        Function<K, @Nullable Object[]> keys,
        Function<V, @Nullable Object[]> values,
        Reader<K> readKey,
        Reader<V> readValue) {

    public HistoryTable {
        keyColumns = List.copyOf(keyColumns);
        valueColumns = List.copyOf(valueColumns);
    }

    /** Reads part of a row by its columns' names. */
    @FunctionalInterface
    public interface Reader<T> {
        T read(ResultSet row) throws SQLException;
    }
}
