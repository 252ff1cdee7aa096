package io.keyledger.query.role;

import io.keyledger.query.current.Kind;
import io.keyledger.query.current.Named;
import io.keyledger.query.current.Reads;
import io.keyledger.query.paging.Filters;
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
import java.util.UUID;

import javax.sql.DataSource;

/** Finds roles. */
@Component
class Roles {

    private static final UUID LOWEST = new UUID(0, 0);

    private final CurrentRoles rows;
    private final JdbcClient jdbc;

    Roles(CurrentRoles rows, @Qualifier("queryDataSource") DataSource dataSource) {
        this.rows = rows;
        this.jdbc = JdbcClient.create(dataSource);
    }

    RoleView get(String workspace, String id) {
        return Filters.id(id)
                .flatMap(uuid -> rows.findByWorkspaceAndId(workspace, uuid))
                .map(CurrentRole::view)
                .orElseThrow(Kind.ROLE::unknown);
    }

    /** Of a workspace, or of all. */
    Page<RoleView> list(@Nullable String workspace, PageRequest request) {
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
    List<Named> policiesThatGrant(UUID role) {
        return jdbc.sql(
                        """
                        SELECT DISTINCT p.id, p.name, p.name_key FROM views.policy_grant_v1 l
                          JOIN views.security_policy_v1 p ON p.id = l.policy_id AND p.%1$s
                         WHERE l.role_id = :role AND l.%1$s
                         ORDER BY p.name_key, p.id
                        """
                                .formatted(Reads.NOW))
                .param("role", role)
                .query(Roles::named)
                .list();
    }

    /** User groups that carry the role. */
    List<Named> groupsWith(UUID role) {
        return jdbc.sql(
                        """
                        SELECT g.id, g.name FROM views.group_role_v1 l
                          JOIN views.user_group_v1 g ON g.id = l.group_id AND g.%s
                         WHERE l.role_id = :role AND l.%s
                         ORDER BY g.name_key, g.id
                        """
                                .formatted(Reads.NOW, Reads.NOW))
                .param("role", role)
                .query(Roles::named)
                .list();
    }

    private static Named named(ResultSet row, int number) throws SQLException {
        return new Named(row.getObject("id", UUID.class), row.getString("name"));
    }
}
