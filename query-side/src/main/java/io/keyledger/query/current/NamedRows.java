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
 * What a table of the directory holds now, found by id or listed by name.
 *
 * @param select the query up to its conditions; {@code %1$s} in it stands for {@link Reads#NOW}
 * @param order of the table's alias and name
 * @param place of a row in the list
 */
public record NamedRows<T>(
        JdbcClient jdbc,
        String select,
        NameOrder order,
        RowMapper<T> mapper,
        Function<T, NameOrder.Place> place) {

    public Optional<T> find(String workspace, String id) {
        return Filters.id(id)
                .flatMap(
                        uuid -> {
                            Conditions where =
                                    current()
                                            .and(
                                                    order.alias() + ".workspace = :ws",
                                                    "ws",
                                                    workspace)
                                            .and(order.alias() + ".id = :id", "id", uuid);
                            return query(where, "").optional();
                        });
    }

    /** Those of a workspace, or of all, for which the conditions hold. */
    public Page<T> list(@Nullable String workspace, Conditions filter, PageRequest request) {
        Conditions where = order.after(request, workspace, current()).and(filter);
        String ordered = " ORDER BY " + order.columns() + " LIMIT :fetch";
        return NameOrder.page(query(where, ordered).list(), request, place);
    }

    private Conditions current() {
        return new Conditions().and(order.alias() + "." + Reads.NOW);
    }

    private JdbcClient.MappedQuerySpec<T> query(Conditions where, String end) {
        return jdbc.sql(select.formatted(Reads.NOW) + " WHERE " + where.sql() + end)
                .params(where.parameters())
                .query(mapper);
    }
}
