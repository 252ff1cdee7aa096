package io.keyledger.query.bundle;

import io.keyledger.query.history.Column;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.TreeMap;

/**
 * How bundles stand in their tables: one row each in {@code bundles}, with the columns of the
 * place, {@code bundle}, {@code keys} and those of the values, and one row for each place in {@code
 * sizes}, with the columns of the place, {@code keys}, their number, and {@code bits}, as many of
 * which count.
 *
 * @param bundles the one table, with its schema
 * @param sizes the other
 * @param place the columns that say which place it is
 */
public record Layout<P extends Comparable<P>, V>(
        String bundles,
        String sizes,
        List<Column<P>> place,
        PlaceReader<P> reader,
        Values<V> values) {

    /** Reads a place from its columns. */
    @FunctionalInterface
    public interface PlaceReader<P> {
        P read(ResultSet row) throws SQLException;
    }

    /** The bundle of a row with all columns. */
    public Bundle<P, V> read(ResultSet row) throws SQLException {
        String[] keys = (String[]) row.getArray("keys").getArray();
        List<V> known = values.read(row, keys.length);
        Bundle<P, V> bundle = new Bundle<>(reader.read(row), row.getInt("bundle"), new TreeMap<>());
        for (int i = 0; i < keys.length; i++) {
            bundle.byKey().put(keys[i], known.get(i));
        }
        return bundle;
    }

    String placeNames() {
        return Column.names(place);
    }
}
