package io.keyledger.query.bundle;

import static java.util.stream.Collectors.joining;

import io.keyledger.query.history.Column;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The tables of bundles as a projection changes them. */
final class Bundles<P extends Comparable<P>, V> {

    private final Connection connection;
    private final Layout<P, V> layout;

    Bundles(Connection connection, Layout<P, V> layout) {
        this.connection = connection;
        this.layout = layout;
    }

    /** Those of these places that are known. */
    Map<P, Size<P>> sizes(Collection<P> places) throws SQLException {
        String sql =
                "SELECT %1$s, keys FROM %2$s JOIN %3$s AS wanted (%1$s) USING (%1$s)"
                        .formatted(
                                layout.placeNames(), layout.sizes(), Column.rows(layout.place()));
        Map<P, Size<P>> sizes = new HashMap<>();
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            Column.bind(statement, layout.place(), places);
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    P place = layout.reader().read(row);
                    sizes.put(place, new Size<>(place, row.getLong("keys")));
                }
            }
        }
        return sizes;
    }

    void putSizes(Collection<Size<P>> sizes) throws SQLException {
        if (sizes.isEmpty()) {
            return;
        }
        List<Column<Size<P>>> columns = new ArrayList<>();
        layout.place().forEach(column -> columns.add(ofPlace(column)));
        columns.add(new Column<>("keys", "bigint", Size::keys));
        columns.add(new Column<>("bits", "integer", Size::bits));
        String sql =
                "INSERT INTO %s (%s) SELECT * FROM %s ON CONFLICT (%s) DO UPDATE SET"
                                .formatted(
                                        layout.sizes(),
                                        Column.names(columns),
                                        Column.rows(columns),
                                        layout.placeNames())
                        + " keys = EXCLUDED.keys, bits = EXCLUDED.bits";
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            Column.bind(statement, columns, sizes);
            statement.executeUpdate();
        }
    }

    /** Those of these bundles that have a row. */
    List<Bundle<P, V>> read(Collection<Slot<P>> slots) throws SQLException {
        if (slots.isEmpty()) {
            return List.of();
        }
        List<Column<Slot<P>>> columns = new ArrayList<>();
        layout.place()
                .forEach(
                        column ->
                                columns.add(
                                        new Column<>(
                                                column.name(),
                                                column.type(),
                                                slot -> column.value().apply(slot.place()))));
        columns.add(new Column<>("bundle", "integer", Slot::bundle));
        String sql =
                "SELECT known.* FROM %2$s known JOIN %3$s AS wanted (%1$s) USING (%1$s)"
                        .formatted(Column.names(columns), layout.bundles(), Column.rows(columns));
        return read(sql, columns, slots);
    }

    /** All bundles of a place, which have no rows afterwards. */
    List<Bundle<P, V>> take(P place) throws SQLException {
        String sql =
                "DELETE FROM %2$s known USING %3$s AS taken (%1$s) WHERE %4$s RETURNING known.*"
                        .formatted(
                                layout.placeNames(),
                                layout.bundles(),
                                Column.rows(layout.place()),
                                layout.place().stream()
                                        .map(Column::name)
                                        .map(name -> "known." + name + " = taken." + name)
                                        .collect(joining(" AND ")));
        return read(sql, layout.place(), List.of(place));
    }

    /** As they are now, whatever their rows have been. */
    void put(Collection<Bundle<P, V>> bundles) throws SQLException {
        List<String> values = layout.values().columns();
        List<String> all = new ArrayList<>(layout.place().stream().map(Column::name).toList());
        all.addAll(List.of("bundle", "keys"));
        all.addAll(values);
        String sql =
                "INSERT INTO %s (%s) VALUES (%s) ON CONFLICT (%s, bundle) DO UPDATE SET %s"
                        .formatted(
                                layout.bundles(),
                                String.join(", ", all),
                                String.join(", ", Collections.nCopies(all.size(), "?")),
                                layout.placeNames(),
                                all.subList(layout.place().size() + 1, all.size()).stream()
                                        .map(name -> name + " = EXCLUDED." + name)
                                        .collect(joining(", ")));
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (Bundle<P, V> bundle : bundles) {
                bind(statement, bundle);
                statement.addBatch();
            }
            statement.executeBatch();
        }
    }

    private void bind(PreparedStatement statement, Bundle<P, V> bundle) throws SQLException {
        int next = 1;
        for (Column<P> column : layout.place()) {
            statement.setObject(next++, column.value().apply(bundle.place()));
        }
        statement.setInt(next++, bundle.number());
        statement.setArray(
                next++, connection.createArrayOf("text", bundle.byKey().keySet().toArray()));
        layout.values().bind(statement, next, bundle.byKey().values());
    }

    private <R> List<Bundle<P, V>> read(String sql, List<Column<R>> columns, Collection<R> rows)
            throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            Column.bind(statement, columns, rows);
            List<Bundle<P, V>> bundles = new ArrayList<>();
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    bundles.add(layout.read(row));
                }
            }
            return bundles;
        }
    }

    private static <P> Column<Size<P>> ofPlace(Column<P> column) {
        return new Column<>(
                column.name(), column.type(), size -> column.value().apply(size.place()));
    }
}
