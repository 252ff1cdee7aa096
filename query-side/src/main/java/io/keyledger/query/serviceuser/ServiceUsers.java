package io.keyledger.query.serviceuser;

import io.keyledger.query.apikey.ApiKeys;
import io.keyledger.query.current.Kind;
import io.keyledger.query.current.NamedRows;
import io.keyledger.query.directory.DirectoryProjection;
import io.keyledger.query.directory.Labels;
import io.keyledger.query.history.Columns;
import io.keyledger.query.paging.NameOrder;
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
            SELECT u.*, coalesce(u.expires_at <= statement_timestamp(), false) AS expired,
                   ARRAY(SELECT l.group_id FROM views.service_user_group_v1 l
                          WHERE l.service_user_id = u.id AND l.%1$s ORDER BY 1) AS groups,
                   ARRAY(SELECT l.role_id FROM views.service_user_role_v1 l
                          WHERE l.service_user_id = u.id AND l.%1$s ORDER BY 1) AS roles,
                   ARRAY(SELECT l.policy_id FROM views.service_user_policy_v1 l
                          WHERE l.service_user_id = u.id AND l.%1$s ORDER BY 1) AS policies
              FROM views.service_user_v1 u
            """;

    private final NamedRows<ServiceUserView> rows;
    private final ApiKeys keys;
    private final ParkedStreams parked;

    ServiceUsers(
            @Qualifier("queryDataSource") DataSource dataSource,
            ApiKeys keys,
            ParkedStreams parked) {
        this.rows =
                new NamedRows<>(
                        JdbcClient.create(dataSource),
                        SELECT,
                        new NameOrder("u", "username_key"),
                        ServiceUsers::read,
                        row -> NameOrder.Place.of(row.workspace(), row.username(), row.id()));
        this.keys = keys;
        this.parked = parked;
    }

    ServiceUserView get(String workspace, String id) {
        return rows.find(workspace, id)
                .map(user -> withKeys(List.of(user)).getFirst())
                .orElseThrow(Kind.SERVICE_USER::unknown);
    }

    /** Of a workspace, or of all. */
    Page<ServiceUserView> list(
            @Nullable String workspace, ServiceUserFilter filter, PageRequest request) {
        Page<ServiceUserView> page = rows.list(workspace, filter.conditions(workspace), request);
        return new Page<>(withKeys(page.items()), page.nextCursor());
    }

    private List<ServiceUserView> withKeys(List<ServiceUserView> users) {
        var found = keys.of(users.stream().map(ServiceUserView::id).toList(), false);
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
