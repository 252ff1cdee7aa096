package io.keyledger.query.usergroup;

import io.keyledger.query.current.AsOf;
import io.keyledger.query.current.Kind;
import io.keyledger.query.current.NamedRows;
import io.keyledger.query.history.Columns;
import io.keyledger.query.paging.NameOrder;
import io.keyledger.query.paging.Page;
import io.keyledger.query.paging.PageRequest;

import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.UUID;

import javax.sql.DataSource;

/** Finds user groups. */
@Component
class UserGroups {

    private static final String SELECT =
            """
            SELECT {version:g}, g.*,
                   ARRAY(SELECT r.role_id FROM views.group_role_v1 r
                          WHERE r.group_id = g.id AND {r} ORDER BY r.role_id) AS roles,
                   ARRAY(SELECT p.policy_id FROM views.group_policy_v1 p
                          WHERE p.group_id = g.id AND {p} ORDER BY p.policy_id) AS policies,
                   (SELECT count(*) FROM views.service_user_group_v1 m
                     WHERE m.group_id = g.id AND {m}) AS member_count
              FROM views.user_group_v1 g
            """;

    private final NamedRows<UserGroupView> rows;

    UserGroups(@Qualifier("queryDataSource") DataSource dataSource) {
        this.rows =
                new NamedRows<>(
                        JdbcClient.create(dataSource),
                        SELECT,
                        new NameOrder("g", "name_key"),
                        UserGroups::read,
                        row -> NameOrder.Place.of(row.workspace(), row.name(), row.id()));
    }

    UserGroupView get(String workspace, String id, AsOf state) {
        return rows.find(workspace, id, state).orElseThrow(() -> Kind.USER_GROUP.unknown(state));
    }

    /** Of a workspace, or of all. */
    Page<UserGroupView> list(@Nullable String workspace, PageRequest request, AsOf state) {
        return rows.list(workspace, request, state);
    }

    private static UserGroupView read(ResultSet row, int number) throws SQLException {
        return new UserGroupView(
                row.getObject("id", UUID.class),
                row.getString("name"),
                row.getString("workspace"),
                row.getString("description"),
                Columns.ids(row, "roles"),
                Columns.ids(row, "policies"),
                row.getBoolean("built_in"),
                row.getLong("member_count"),
                row.getLong("version"),
                Columns.instant(row, "created_at"),
                Columns.instant(row, "updated_at"));
    }
}
