package io.keyledger.query.serviceuser;

import io.keyledger.query.apikey.ApiKeys;
import io.keyledger.query.current.AsOf;
import io.keyledger.query.current.CountView;
import io.keyledger.query.current.Kind;
import io.keyledger.query.directory.DirectoryProjection;
import io.keyledger.query.directory.Labels;
import io.keyledger.query.history.Columns;
import io.keyledger.query.paging.Conditions;
import io.keyledger.query.paging.Filters;
import io.keyledger.query.paging.Page;
import io.keyledger.query.paging.PageRequest;
import io.keyledger.query.projection.ParkedStreams;

import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import java.util.UUID;

import javax.sql.DataSource;

/** Finds service users. */
@Component
class ServiceUsers {

    private static final String SELECT =
            """
            SELECT {version:u}, u.*, coalesce(u.expires_at <= {clock}, false) AS expired,
                   ARRAY(SELECT l.group_id FROM views.service_user_group_v1 l
                          WHERE l.service_user_id = u.id AND {l} ORDER BY 1) AS groups,
                   ARRAY(SELECT l.role_id FROM views.service_user_role_v1 l
                          WHERE l.service_user_id = u.id AND {l} ORDER BY 1) AS roles,
                   ARRAY(SELECT l.policy_id FROM views.service_user_policy_v1 l
                          WHERE l.service_user_id = u.id AND {l} ORDER BY 1) AS policies,
                   (%s)::text AS sort_key
              FROM views.service_user_v1 u%s
             WHERE %s%s
            """;
    private static final String COUNT =
            """
            SELECT count(*)
              FROM (SELECT FROM views.service_user_v1 u WHERE %s LIMIT :fetch) found
            """;
    private final JdbcClient jdbc;
    private final ApiKeys keys;
    private final ParkedStreams parked;

    ServiceUsers(
            @Qualifier("queryDataSource") DataSource dataSource,
            ApiKeys keys,
            ParkedStreams parked) {
        this.jdbc = JdbcClient.create(dataSource);
        this.keys = keys;
        this.parked = parked;
    }

    private record Row(ServiceUserView user, String sortKey) {}

    ServiceUserView get(String workspace, String id, AsOf state) {
        return Filters.id(id)
                .flatMap(
                        uuid -> {
                            Conditions where =
                                    valid(workspace, state).and("u.id = :id", "id", uuid);
                            return rows(workspace, where, ServiceUserOrder.BY_NAME, "", state)
                                    .stream()
                                    .findFirst();
                        })
                .map(row -> withKeys(List.of(row.user()), state).getFirst())
                .orElseThrow(() -> Kind.SERVICE_USER.unknown(state));
    }

    /** Of a workspace, or of all. */
    Page<ServiceUserView> list(
            @Nullable String workspace,
            ServiceUserFilter filter,
            ServiceUserOrder order,
            PageRequest request,
            AsOf state) {
        Conditions where = valid(workspace, state).and(filter.conditions(workspace, state));
        where.set("fetch", request.fetch());
        order.after(request, where);
        String end = " ORDER BY " + order.columns() + " LIMIT :fetch";
        Page<Row> page =
                Page.of(
                        rows(workspace, where, order, end, state),
                        request,
                        row -> order.place(row.user(), row.sortKey()));
        return new Page<>(
                withKeys(page.items().stream().map(Row::user).toList(), state), page.nextCursor());
    }

    /** How many there are, without counting on beyond what a reader looks at one by one. */
    CountView count(@Nullable String workspace, ServiceUserFilter filter, AsOf state) {
        Conditions where = valid(workspace, state).and(filter.conditions(workspace, state));
        where.set("fetch", CountView.MOST_COUNTED + 1);
        long found =
                jdbc.sql(state.in(COUNT.formatted(where.sql())))
                        .params(where.parameters())
                        .query(Long.class)
                        .single();
        return CountView.of(found);
    }

    private static Conditions valid(@Nullable String workspace, AsOf state) {
        return state.bind(
                new Conditions().and(state.valid("u")).and("u.workspace = :ws", "ws", workspace));
    }

    private List<Row> rows(
            @Nullable String workspace,
            Conditions where,
            ServiceUserOrder order,
            String end,
            AsOf state) {
        String sql = SELECT.formatted(order.key(), order.join(workspace), where.sql(), end);
        return jdbc.sql(state.in(sql))
                .params(where.parameters())
                .query((row, number) -> new Row(read(row, number), row.getString("sort_key")))
                .list();
    }

    private List<ServiceUserView> withKeys(List<ServiceUserView> users, AsOf state) {
        var found = keys.of(users.stream().map(ServiceUserView::id).toList(), false, state);
        Set<String> behind =
                parked.parkedOf(
                        DirectoryProjection.VIEW,
                        users.stream().map(user -> user.id().toString()).toList());
        return users.stream()
                .map(
                        user ->
                                user.with(
                                        found.getOrDefault(user.id(), List.of()),
                                        behind.contains(user.id().toString())))
                .toList();
    }

    private static ServiceUserView read(ResultSet row, int number) throws SQLException {
        return new ServiceUserView(
                row.getObject("id", UUID.class),
                row.getString("workspace"),
                row.getString("username"),
                row.getString("description"),
                row.getString("owner"),
                Labels.read(row.getString("labels")),
                row.getString("status"),
                Columns.instantOrNull(row, "expires_at"),
                row.getBoolean("expired"),
                Columns.ids(row, "groups"),
                Columns.ids(row, "roles"),
                Columns.ids(row, "policies"),
                List.of(),
                row.getLong("version"),
                Columns.instant(row, "created_at"),
                Columns.instant(row, "updated_at"),
                false);
    }
}
