package io.keyledger.query.permissions;

import io.keyledger.query.current.Named;
import io.keyledger.query.current.Reads;
import io.keyledger.query.history.Columns;
import io.keyledger.query.permissions.EffectivePermission.Why;
import io.keyledger.shared.permission.OwnerPermissions;
import io.keyledger.shared.permission.PermissionPattern;

import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

import javax.sql.DataSource;

/** Joins what a service user had at a position. */
@Component
class Grants {

    private static final String SELECT =
            """
            WITH path AS (
              SELECT NULL::uuid AS group_id, l.role_id
                FROM views.service_user_role_v1 l
               WHERE l.service_user_id = :id AND %1$s
              UNION ALL
              SELECT l.group_id, g.role_id
                FROM views.service_user_group_v1 l
                JOIN views.group_role_v1 g ON g.group_id = l.group_id AND %2$s
               WHERE l.service_user_id = :id AND %1$s)
            SELECT p.group_id, n.name AS group_name, p.role_id, r.name AS role_name, r.permissions
              FROM path p
              JOIN views.role_v1 r ON r.id = p.role_id AND %3$s
              LEFT JOIN views.user_group_v1 n ON n.id = p.group_id AND %4$s
             ORDER BY n.name_key NULLS FIRST, p.group_id, r.name_key, p.role_id
            """
                    .formatted(Reads.at("l"), Reads.at("g"), Reads.at("r"), Reads.at("n"));

    private final JdbcClient jdbc;

    Grants(@Qualifier("queryDataSource") DataSource dataSource) {
        this.jdbc = JdbcClient.create(dataSource);
    }

    List<EffectivePermission> of(UUID serviceUser, long position) {
        Map<String, List<Why>> byPermission = new TreeMap<>();
        jdbc.sql(SELECT)
                .param("id", serviceUser)
                .param("position", position)
                .query(
                        row -> {
                            Why why = why(row);
                            for (String permission : Columns.texts(row, "permissions")) {
                                byPermission
                                        .computeIfAbsent(permission, _ -> new ArrayList<>())
                                        .add(why);
                            }
                        });
        return byPermission.entrySet().stream()
                .filter(e -> !OwnerPermissions.isReserved(new PermissionPattern(e.getKey())))
                .map(e -> new EffectivePermission(e.getKey(), e.getValue()))
                .toList();
    }

    private static Why why(ResultSet row) throws SQLException {
        UUID group = row.getObject("group_id", UUID.class);
        return new Why(
                group == null ? null : new Named(group, row.getString("group_name")),
                new Named(row.getObject("role_id", UUID.class), row.getString("role_name")));
    }
}
