package io.keyledger.query.usergroup;

import io.keyledger.query.current.AsOf;
import io.keyledger.query.current.Kind;
import io.keyledger.query.current.ListedRows;
import io.keyledger.query.history.Columns;
import io.keyledger.query.paging.CountView;
import io.keyledger.query.paging.ListOrder;
import io.keyledger.query.paging.Page;
import io.keyledger.query.paging.PageRequest;
import io.keyledger.query.paging.SortKey;
import io.keyledger.query.paging.Sorts;

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

    private static final String SERVICE_USERS =
            "(SELECT count(*) FROM views.service_user_group_v1 m WHERE m.group_id = g.id AND {m})";
    private static final String PEOPLE =
            """
            (SELECT count(*) FROM views.person_group_v1 h
              WHERE h.workspace = g.workspace AND h.group_id = g.id AND {h})""";

    private static final String COLUMNS =
            """
            {version:g}, g.*,
                   ARRAY(SELECT r.role_id FROM views.group_role_v1 r
                          WHERE r.group_id = g.id AND {r} ORDER BY r.role_id) AS roles,
                   ARRAY(SELECT p.policy_id FROM views.group_policy_v1 p
                          WHERE p.group_id = g.id AND {p} ORDER BY p.policy_id) AS policies,
                   %s AS service_user_count, %s AS person_count""";

    private static final String COUNTED = COLUMNS.formatted(SERVICE_USERS, PEOPLE);
    private static final String NOT_COUNTED = COLUMNS.formatted("NULL::bigint", "NULL::bigint");

    static final Sorts SORTS =
            Sorts.named(
                    "g",
                    SortKey.text("name", "g.name_key"),
                    SortKey.created("g"),
                    SortKey.number("memberCount", SERVICE_USERS + " + " + PEOPLE));

    private final ListedRows<UserGroupView> rows;
    private final ListedRows<UserGroupView> notCounted;

    UserGroups(@Qualifier("queryDataSource") DataSource dataSource) {
        JdbcClient jdbc = JdbcClient.create(dataSource);
        this.rows = rows(jdbc, COUNTED);
        this.notCounted = rows(jdbc, NOT_COUNTED);
    }

    private static ListedRows<UserGroupView> rows(JdbcClient jdbc, String columns) {
        return new ListedRows<>(jdbc, columns, "views.user_group_v1 g", SORTS, UserGroups::read);
    }

    UserGroupView get(String workspace, String id, AsOf state) {
        return rows.find(workspace, id, state).orElseThrow(() -> Kind.USER_GROUP.unknown(state));
    }

    /**
     * Of a workspace, or of all.
     *
     * @param counted whether their members are counted
     */
    Page<UserGroupView> list(
            @Nullable String workspace,
            UserGroupFilter filter,
            boolean counted,
            ListOrder order,
            PageRequest request,
            AsOf state) {
        return (counted ? rows : notCounted)
                .list(workspace, filter.conditions(), order, request, state);
    }

    CountView count(@Nullable String workspace, UserGroupFilter filter, AsOf state) {
        return rows.count(workspace, filter.conditions(), state);
    }

    private static UserGroupView read(ResultSet row, int number) throws SQLException {
        Long serviceUsers = row.getObject("service_user_count", Long.class);
        Long people = row.getObject("person_count", Long.class);
        return new UserGroupView(
                row.getObject("id", UUID.class),
                row.getString("name"),
                row.getString("workspace"),
                row.getString("description"),
                Columns.ids(row, "roles"),
                Columns.ids(row, "policies"),
                row.getBoolean("built_in"),
                serviceUsers == null || people == null ? null : serviceUsers + people,
                serviceUsers,
                people,
                row.getLong("version"),
                Columns.instant(row, "created_at"),
                Columns.instant(row, "updated_at"));
    }
}
