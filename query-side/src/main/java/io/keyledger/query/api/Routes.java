package io.keyledger.query.api;

import io.keyledger.query.current.AsOf;
import io.keyledger.query.current.Kind;
import io.keyledger.query.current.ListedRows;
import io.keyledger.query.current.Named;
import io.keyledger.query.history.Columns;
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

/** Finds routes. */
@Component
class Routes {

    private static final SortKey PATH = SortKey.text("path", "r.path");
    private static final SortKey METHOD = SortKey.text("method", "r.method");

    static final Sorts SORTS =
            Sorts.inWorkspaces(
                    "r",
                    List.of(PATH, METHOD),
                    List.of(
                            PATH,
                            METHOD,
                            SortKey.text("permission", "coalesce(r.permission, '')"),
                            SortKey.created("r")));

    private final ListedRows<RouteView> rows;
    private final RouteUsages usages;

    Routes(@Qualifier("queryDataSource") DataSource dataSource, RouteUsages usages) {
        this.usages = usages;
        this.rows =
                new ListedRows<>(
                        JdbcClient.create(dataSource),
                        "{version:a}, r.*, a.name AS api_name",
                        "views.api_route_v1 r JOIN views.api_v1 a ON a.id = r.api_id AND {a}",
                        SORTS,
                        Routes::read);
    }

    RouteView get(String workspace, String id, AsOf state) {
        RouteView found =
                rows.find(workspace, id, state).orElseThrow(() -> Kind.API_ROUTE.unknown(state));
        return found.used(uses(List.of(found), state));
    }

    /** Of a workspace, or of all. */
    Page<RouteView> list(
            @Nullable String workspace,
            RouteFilter filter,
            ListOrder order,
            PageRequest request,
            AsOf state) {
        Page<RouteView> page = rows.list(workspace, filter.conditions(), order, request, state);
        LastUses uses = uses(page.items(), state);
        return page.map(each -> each.used(uses));
    }

    CountView count(@Nullable String workspace, RouteFilter filter, AsOf state) {
        return rows.count(workspace, filter.conditions(), state);
    }

    private LastUses uses(List<RouteView> all, AsOf state) {
        return state.isPast()
                ? LastUses.UNKNOWN
                : usages.ofRoutes(all.stream().map(RouteView::id).toList());
    }

    private static RouteView read(ResultSet row, int number) throws SQLException {
        String permission = row.getString("permission");
        return new RouteView(
                row.getObject("id", UUID.class),
                row.getString("workspace"),
                new Named(row.getObject("api_id", UUID.class), row.getString("api_name")),
                row.getString("method"),
                row.getString("path"),
                permission,
                permission == null,
                row.getString("resource_type"),
                row.getString("resource_id"),
                row.getLong("version"),
                Columns.instant(row, "created_at"),
                Columns.instant(row, "updated_at"),
                null,
                null);
    }
}
