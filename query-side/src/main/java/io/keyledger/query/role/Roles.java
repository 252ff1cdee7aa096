package io.keyledger.query.role;

import io.keyledger.query.current.AsOf;
import io.keyledger.query.current.Kind;
import io.keyledger.query.current.Named;
import io.keyledger.query.current.NamedRows;
import io.keyledger.query.history.Columns;
import io.keyledger.query.paging.Conditions;
import io.keyledger.query.paging.Filters;
import io.keyledger.query.paging.NameOrder;
import io.keyledger.query.paging.Page;
import io.keyledger.query.paging.PageRequest;

import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.data.domain.Limit;
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

    private static final UUID LOWEST = new UUID(0, 0);
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

    private final CurrentRoles rows;
    private final JdbcClient jdbc;
    private final NamedRows<RoleView> past;

    Roles(CurrentRoles rows, @Qualifier("queryDataSource") DataSource dataSource) {
        this.rows = rows;
        this.jdbc = JdbcClient.create(dataSource);
        this.past =
                new NamedRows<>(
                        jdbc,
                        "SELECT {version:r}, r.* FROM views.role_v1 r",
                        new NameOrder("r", "name_key"),
                        Roles::read,
                        row -> NameOrder.Place.of(row.workspace(), row.name(), row.id()));
    }

    RoleView get(String workspace, String id, AsOf state) {
        Optional<RoleView> found =
                state.isPast()
                        ? past.find(workspace, id, state)
                        : Filters.id(id)
                                .flatMap(uuid -> rows.findByWorkspaceAndId(workspace, uuid))
                                .map(CurrentRole::view);
        return found.orElseThrow(() -> Kind.ROLE.unknown(state));
    }

    /** Of a workspace, or of all. */
    Page<RoleView> list(@Nullable String workspace, PageRequest request, AsOf state) {
        return state.isPast() ? past.list(workspace, request, state) : current(workspace, request);
    }

    private Page<RoleView> current(@Nullable String workspace, PageRequest request) {
        List<String> after =
                request.isFirst() ? List.of("", "", LOWEST.toString()) : request.after();
        UUID id = UUID.fromString(after.get(2));
        Limit limit = Limit.of(request.fetch());
        List<CurrentRole> found =
                workspace == null
                        ? rows.allAfter(after.get(0), after.get(1), id, limit)
                        : rows.after(workspace, after.get(1), id, limit);
        return Page.of(found, request, CurrentRole::key).map(CurrentRole::view);
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
