package io.keyledger.query.role;

import io.keyledger.access.problem.ApiProblem;
import io.keyledger.query.current.Named;
import io.keyledger.query.current.Reads;
import io.keyledger.query.paging.Filters;
import io.keyledger.query.paging.Page;
import io.keyledger.query.paging.PageRequest;

import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.data.domain.Limit;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

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
                .orElseThrow(
                        () ->
                                new ApiProblem(
                                        HttpStatus.NOT_FOUND,
                                        "unknown-role",
                                        "there is no such role in this workspace"));
    }

    Page<RoleView> list(String workspace, PageRequest request) {
        String nameKey = request.isFirst() ? "" : request.after().get(0);
        UUID id = request.isFirst() ? LOWEST : UUID.fromString(request.after().get(1));
        List<CurrentRole> found = rows.after(workspace, nameKey, id, Limit.of(request.fetch()));
        return Page.of(found, request, CurrentRole::key).map(CurrentRole::view);
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
                .query(
                        (row, _) ->
                                new Named(row.getObject("id", UUID.class), row.getString("name")))
                .list();
    }
}
