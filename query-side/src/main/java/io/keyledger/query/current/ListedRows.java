package io.keyledger.query.current;

import io.keyledger.query.paging.Conditions;
import io.keyledger.query.paging.CountView;
import io.keyledger.query.paging.Filters;
import io.keyledger.query.paging.ListOrder;
import io.keyledger.query.paging.Page;
import io.keyledger.query.paging.PageRequest;
import io.keyledger.query.paging.Sorts;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;

/**
 * What a table of the directory holds, or held at a moment: found by id, listed and counted. In all
 * texts an alias in braces stands for the condition that its row is valid.
 *
 * @param columns what is selected
 * @param table with its alias, and what it is joined with
 * @param sorts of the table's alias
 */
public record ListedRows<T>(
        JdbcClient jdbc, String columns, String table, Sorts sorts, RowMapper<T> mapper) {

    private record Placed<T>(T row, String[] place) {}

    /** The same with more tables, which an order needs. */
    public ListedRows<T> joined(String more) {
        return new ListedRows<>(jdbc, columns, table + more, sorts, mapper);
    }

    public Optional<T> find(String workspace, String id, AsOf state) {
        return Filters.id(id)
                .flatMap(
                        uuid -> {
                            Conditions its =
                                    new Conditions().and(sorts.alias() + ".id = :id", "id", uuid);
                            return rows(sorts.usual(), valid(workspace, its, state), "", state)
                                    .optional();
                        })
                .map(Placed::row);
    }

    /** Those of a workspace, or of all, that the filter lets pass. */
    public Page<T> list(
            @Nullable String workspace,
            Conditions filter,
            ListOrder order,
            PageRequest request,
            AsOf state) {
        Conditions where = order.after(request, valid(workspace, filter, state));
        where.set("fetch", request.fetch());
        String end = " ORDER BY " + order.columns() + " LIMIT :fetch";
        return Page.of(rows(order, where, end, state).list(), request, Placed::place)
                .map(Placed::row);
    }

    /** How many of a workspace, or of all, the filter lets pass. */
    public CountView count(@Nullable String workspace, Conditions filter, AsOf state) {
        Conditions where = valid(workspace, filter, state).set("fetch", CountView.FETCHED);
        String sql =
                "SELECT count(*) FROM (SELECT FROM %s WHERE %s LIMIT :fetch) found"
                        .formatted(table, where.sql());
        return CountView.of(
                jdbc.sql(state.in(sql)).params(where.parameters()).query(Long.class).single());
    }

    private Conditions valid(@Nullable String workspace, Conditions filter, AsOf state) {
        return state.bind(
                new Conditions()
                        .and(state.valid(sorts.alias()))
                        .and(sorts.alias() + ".workspace = :ws", "ws", workspace)
                        .and(filter));
    }

    private JdbcClient.MappedQuerySpec<Placed<T>> rows(
            ListOrder order, Conditions where, String end, AsOf state) {
        String sql =
                "SELECT %s, %s AS place FROM %s WHERE %s%s"
                        .formatted(columns, order.place(), table, where.sql(), end);
        return jdbc.sql(state.in(sql)).params(where.parameters()).query(this::placed);
    }

    private Placed<T> placed(ResultSet row, int number) throws SQLException {
        String[] place = (String[]) row.getArray("place").getArray();
        return new Placed<>(mapper.mapRow(row, number), place);
    }
}
