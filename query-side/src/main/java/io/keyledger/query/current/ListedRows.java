package io.keyledger.query.current;

import io.keyledger.query.paging.Conditions;
import io.keyledger.query.paging.CountView;
import io.keyledger.query.paging.Filters;
import io.keyledger.query.paging.ListOrder;
import io.keyledger.query.paging.OrderedRows;
import io.keyledger.query.paging.Page;
import io.keyledger.query.paging.PageRequest;
import io.keyledger.query.paging.Sorts;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;

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
                            return at(state).find(valid(workspace, its, state));
                        });
    }

    /** Those of a workspace, or of all, that the filter lets pass. */
    public Page<T> list(
            @Nullable String workspace,
            Conditions filter,
            ListOrder order,
            PageRequest request,
            AsOf state) {
        return at(state).list(valid(workspace, filter, state), order, request);
    }

    /** How many of a workspace, or of all, the filter lets pass. */
    public CountView count(@Nullable String workspace, Conditions filter, AsOf state) {
        return at(state).count(valid(workspace, filter, state));
    }

    private OrderedRows<T> at(AsOf state) {
        return new OrderedRows<>(jdbc, columns, table, sorts, mapper, state::in);
    }

    private Conditions valid(@Nullable String workspace, Conditions filter, AsOf state) {
        return state.bind(
                new Conditions()
                        .and(state.valid(sorts.alias()))
                        .and(sorts.alias() + ".workspace = :ws", "ws", workspace)
                        .and(filter));
    }
}
