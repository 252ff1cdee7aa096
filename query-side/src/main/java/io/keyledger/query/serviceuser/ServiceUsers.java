package io.keyledger.query.serviceuser;

import io.keyledger.query.apikey.ApiKeys;
import io.keyledger.query.current.AsOf;
import io.keyledger.query.current.Kind;
import io.keyledger.query.current.ListedRows;
import io.keyledger.query.directory.DirectoryProjection;
import io.keyledger.query.directory.Labels;
import io.keyledger.query.history.Columns;
import io.keyledger.query.paging.CountView;
import io.keyledger.query.paging.ListOrder;
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

    private static final String COLUMNS =
            """
            {version:u}, u.*, coalesce(u.expires_at <= {clock}, false) AS expired,
                   ARRAY(SELECT l.group_id FROM views.service_user_group_v1 l
                          WHERE l.service_user_id = u.id AND {l} ORDER BY 1) AS groups,
                   ARRAY(SELECT l.role_id FROM views.service_user_role_v1 l
                          WHERE l.service_user_id = u.id AND {l} ORDER BY 1) AS roles,
                   ARRAY(SELECT l.policy_id FROM views.service_user_policy_v1 l
                          WHERE l.service_user_id = u.id AND {l} ORDER BY 1) AS policies""";

    private final ListedRows<ServiceUserView> rows;
    private final ApiKeys keys;
    private final ParkedStreams parked;

    ServiceUsers(
            @Qualifier("queryDataSource") DataSource dataSource,
            ApiKeys keys,
            ParkedStreams parked) {
        this.rows =
                new ListedRows<>(
                        JdbcClient.create(dataSource),
                        COLUMNS,
                        "views.service_user_v1 u",
                        ServiceUserSorts.ALL,
                        ServiceUsers::read);
        this.keys = keys;
        this.parked = parked;
    }

    ServiceUserView get(String workspace, String id, AsOf state) {
        return rows.find(workspace, id, state)
                .map(user -> withKeys(List.of(user), state).getFirst())
                .orElseThrow(() -> Kind.SERVICE_USER.unknown(state));
    }

    /** Of a workspace, or of all. */
    Page<ServiceUserView> list(
            @Nullable String workspace,
            ServiceUserFilter filter,
            ListOrder order,
            PageRequest request,
            AsOf state) {
        Page<ServiceUserView> page =
                rows.joined(ServiceUserSorts.join(order, workspace))
                        .list(
                                workspace,
                                filter.conditions(workspace, state),
                                order,
                                request,
                                state);
        return new Page<>(withKeys(page.items(), state), page.nextCursor());
    }

    CountView count(@Nullable String workspace, ServiceUserFilter filter, AsOf state) {
        return rows.count(workspace, filter.conditions(workspace, state), state);
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
