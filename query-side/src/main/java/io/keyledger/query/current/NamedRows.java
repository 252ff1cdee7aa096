package io.keyledger.query.current;

import io.keyledger.query.paging.Conditions;
import io.keyledger.query.paging.Filters;
import io.keyledger.query.paging.NameOrder;
import io.keyledger.query.paging.Page;
import io.keyledger.query.paging.PageRequest;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;

import java.util.Optional;
import java.util.function.Function;

/**
 * What a table of the directory holds, or held at a moment, found by id or listed by name.
 *
 * @param select the query up to its conditions; an alias in braces stands for the condition that
 *     its row is valid
 * @param order of the table's alias and name
 * @param place of a row in the list
 */
public record NamedRows<T>(
        JdbcClient jdbc,
        String select,
        NameOrder order,
        RowMapper<T> mapper,
        Function<T, NameOrder.Place> place) {

    public Optional<T> find(String workspace, String id, AsOf state) {
        return Filters.id(id)
                .flatMap(
                        uuid -> {
                            Conditions where =
                                    valid(state)
                                            .and(
                                                    order.alias() + ".workspace = :ws",
                                                    "ws",
                                                    workspace)
                                            .and(order.alias() + ".id = :id", "id", uuid);
                            return query(where, "", state).optional();
                        });
    }

    /** Those of a workspace, or of all. */
    public Page<T> list(@Nullable String workspace, PageRequest request, AsOf state) {
        Conditions where = order.after(request, workspace, valid(state));
        String ordered = " ORDER BY " + order.columns() + " LIMIT :fetch";
        return NameOrder.page(query(where, ordered, state).list(), request, place);
    }

    private Conditions valid(AsOf state) {
        return state.bind(new Conditions().and(state.valid(order.alias())));
    }

    private JdbcClient.MappedQuerySpec<T> query(Conditions where, String end, AsOf state) {
        return jdbc.sql(state.in(select) + " WHERE " + where.sql() + end)
                .params(where.parameters())
                .query(mapper);
    }
}
