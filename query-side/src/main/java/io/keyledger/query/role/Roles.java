package io.keyledger.query.role;

import io.keyledger.query.current.AsOf;
import io.keyledger.query.current.Kind;
import io.keyledger.query.current.ListedRows;
import io.keyledger.query.current.Named;
import io.keyledger.query.history.Columns;
import io.keyledger.query.paging.Conditions;
import io.keyledger.query.paging.CountView;
import io.keyledger.query.paging.Filters;
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
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import javax.sql.DataSource;

/** Finds roles. */
@Component
class Roles {

    static final Sorts SORTS =
            Sorts.named("r", SortKey.text("name", "r.name_key"), SortKey.created("r"));
    private static final String POLICIES =
            """
            SELECT DISTINCT p.id, p.name, p.name_key FROM views.policy_grant_v1 l
              JOIN views.security_policy_v1 p ON p.id = l.policy_id AND {p}
             WHERE l.role_id = :role AND {l}
             ORDER BY p.name_key, p.id
            """;
    private static final String GROUPS =
            """
            SELECT g.id, g.name FROM views.group_role_v1 l
              JOIN views.user_group_v1 g ON g.id = l.group_id AND {g}
             WHERE l.role_id = :role AND {l}
             ORDER BY g.name_key, g.id
            """;

    private final CurrentRoles current;
    private final JdbcClient jdbc;
    private final ListedRows<RoleView> rows;

    Roles(CurrentRoles current, @Qualifier("queryDataSource") DataSource dataSource) {
        this.current = current;
        this.jdbc = JdbcClient.create(dataSource);
        this.rows =
                new ListedRows<>(jdbc, "{version:r}, r.*", "views.role_v1 r", SORTS, Roles::read);
    }

    RoleView get(String workspace, String id, AsOf state) {
        Optional<RoleView> found =
                state.isPast()
                        ? rows.find(workspace, id, state)
                        : Filters.id(id)
                                .flatMap(uuid -> current.findByWorkspaceAndId(workspace, uuid))
                                .map(CurrentRole::view);
        return found.orElseThrow(() -> Kind.ROLE.unknown(state));
    }

    /** Of a workspace, or of all. */
    Page<RoleView> list(
            @Nullable String workspace,
            RoleFilter filter,
            ListOrder order,
            PageRequest request,
            AsOf state) {
        return rows.list(workspace, filter.conditions(), order, request, state);
    }

    CountView count(@Nullable String workspace, RoleFilter filter, AsOf state) {
        return rows.count(workspace, filter.conditions(), state);
    }

    /** Security policies that grant the role, in whatever state. */
    List<Named> policiesThatGrant(UUID role, AsOf state) {
        return named(POLICIES, role, state);
    }

    /** User groups that carry the role. */
    List<Named> groupsWith(UUID role, AsOf state) {
        return named(GROUPS, role, state);
    }

    private List<Named> named(String sql, UUID role, AsOf state) {
        return jdbc.sql(state.in(sql))
                .params(state.bind(new Conditions().set("role", role)).parameters())
                .query(
                        (row, _) ->
                                new Named(row.getObject("id", UUID.class), row.getString("name")))
                .list();
    }

    private static RoleView read(ResultSet row, int number) throws SQLException {
        return new RoleView(
                row.getObject("id", UUID.class),
                row.getString("name"),
                row.getString("workspace"),
                row.getString("description"),
                Columns.texts(row, "permissions"),
                row.getBoolean("built_in"),
                row.getLong("version"),
                Columns.instant(row, "created_at"),
                Columns.instant(row, "updated_at"));
    }
}
