package io.keyledger.query.api;

import io.keyledger.query.current.AsOf;
import io.keyledger.query.current.Kind;
import io.keyledger.query.current.ListedRows;
import io.keyledger.query.history.Columns;
import io.keyledger.query.paging.Conditions;
import io.keyledger.query.paging.CountView;
import io.keyledger.query.paging.ListOrder;
import io.keyledger.query.paging.Page;
import io.keyledger.query.paging.PageRequest;
import io.keyledger.query.paging.SortKey;
import io.keyledger.query.paging.Sorts;
import io.keyledger.query.routeuse.LastUses;
import io.keyledger.query.routeuse.RouteUsages;

import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;

import javax.sql.DataSource;

/** Finds APIs. */
@Component
class Apis {

    private static final String ROUTES =
            "(SELECT count(*) FROM views.api_route_v1 r WHERE r.api_id = a.id AND {r})";

    static final Sorts SORTS =
            Sorts.named(
                    "a",
                    SortKey.text("name", "a.name_key"),
                    SortKey.created("a"),
                    SortKey.number("routeCount", ROUTES));

    private final ListedRows<ApiView> rows;
    private final RouteUsages usages;

    Apis(@Qualifier("queryDataSource") DataSource dataSource, RouteUsages usages) {
        this.usages = usages;
        this.rows =
                new ListedRows<>(
                        JdbcClient.create(dataSource),
                        "{version:a}, a.*, " + ROUTES + " AS route_count",
                        "views.api_v1 a",
                        SORTS,
                        Apis::read);
    }

    ApiView get(String workspace, String id, AsOf state) {
        ApiView found = rows.find(workspace, id, state).orElseThrow(() -> Kind.API.unknown(state));
        return found.used(uses(List.of(found), state));
    }

    /** Of a workspace, or of all. */
    Page<ApiView> list(
            @Nullable String workspace,
            Conditions filter,
            ListOrder order,
            PageRequest request,
            AsOf state) {
        Page<ApiView> page = rows.list(workspace, filter, order, request, state);
        LastUses uses = uses(page.items(), state);
        return page.map(each -> each.used(uses));
    }

    CountView count(@Nullable String workspace, Conditions filter, AsOf state) {
        return rows.count(workspace, filter, state);
    }

    private LastUses uses(List<ApiView> all, AsOf state) {
        return state.isPast()
                ? LastUses.UNKNOWN
                : usages.ofApis(all.stream().map(ApiView::id).toList());
    }

    private static ApiView read(ResultSet row, int number) throws SQLException {
        return new ApiView(
                row.getObject("id", UUID.class),
                row.getString("name"),
                row.getString("workspace"),
                row.getString("description"),
                Columns.texts(row, "hosts"),
                row.getLong("route_count"),
                row.getLong("version"),
                Columns.instant(row, "created_at"),
                Columns.instant(row, "updated_at"),
                null,
                null);
    }
}
