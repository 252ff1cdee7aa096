package io.keyledger.query.paging;

import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * What a table holds: found, listed in an order, and counted.
 *
 * @param columns what is selected
 * @param table with its alias, and what it is joined with
 * @param sorts of the table's alias
 * @param finish what is done to an SQL text before it is run
 */
public record OrderedRows<T>(
        JdbcClient jdbc,
        String columns,
        String table,
        Sorts sorts,
        RowMapper<T> mapper,
        UnaryOperator<String> finish) {

    private record Placed<T>(T row, String[] place) {}

    /** The one that the conditions let pass. */
    public Optional<T> find(Conditions where) {
        return rows(sorts.usual(), where, "").optional().map(Placed::row);
    }

    /** Those that the conditions let pass. */
    public Page<T> list(Conditions filter, ListOrder order, PageRequest request) {
        Conditions where = order.after(request, filter).set("fetch", request.fetch());
        String end = " ORDER BY " + order.columns() + " LIMIT :fetch";
        return Page.of(rows(order, where, end).list(), request, Placed::place).map(Placed::row);
    }

    /** How many the conditions let pass. */
    public CountView count(Conditions filter) {
        Conditions where = filter.set("fetch", CountView.FETCHED);
        String sql =
                "SELECT count(*) FROM (SELECT FROM %s WHERE %s LIMIT :fetch) found"
                        .formatted(table, where.sql());
        return CountView.of(
                jdbc.sql(finish.apply(sql)).params(where.parameters()).query(Long.class).single());
    }

    private JdbcClient.MappedQuerySpec<Placed<T>> rows(
            ListOrder order, Conditions where, String end) {
        String sql =
                "SELECT %s, %s AS place FROM %s WHERE %s%s"
                        .formatted(columns, order.place(), table, where.sql(), end);
        return jdbc.sql(finish.apply(sql)).params(where.parameters()).query(this::placed);
    }

    private Placed<T> placed(ResultSet row, int number) throws SQLException {
        String[] place = (String[]) row.getArray("place").getArray();
        return new Placed<>(mapper.mapRow(row, number), place);
    }
}
