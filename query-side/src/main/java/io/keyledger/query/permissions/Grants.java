package io.keyledger.query.permissions;

import io.keyledger.query.current.Named;
import io.keyledger.query.current.Reads;
import io.keyledger.query.history.Columns;
import io.keyledger.query.permissions.EffectivePermission.Why;
import io.keyledger.shared.event.PolicyJson;
import io.keyledger.shared.permission.OwnerPermissions;
import io.keyledger.shared.permission.Permission;
import io.keyledger.shared.permission.PermissionPattern;

import org.jspecify.annotations.Nullable;
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
            WITH attached AS (
              SELECT NULL::uuid AS group_id, l.policy_id
                FROM views.service_user_policy_v1 l
               WHERE l.service_user_id = :id AND %1$s
              UNION ALL
              SELECT l.group_id, g.policy_id
                FROM views.service_user_group_v1 l
                JOIN views.group_policy_v1 g ON g.group_id = l.group_id AND %2$s
               WHERE l.service_user_id = :id AND %1$s),
            path AS (
              SELECT a.group_id, a.policy_id, s.name AS policy_name, s.name_key AS policy_key,
                     g.role_id, g.resources::text AS resources, g.place
                FROM attached a
                JOIN views.security_policy_v1 s
                  ON s.id = a.policy_id AND s.state = 'enabled' AND %5$s
                JOIN views.policy_grant_v1 g ON g.policy_id = a.policy_id AND %2$s
              UNION ALL
              SELECT NULL::uuid, NULL, NULL, NULL, l.role_id, NULL, NULL
                FROM views.service_user_role_v1 l
               WHERE l.service_user_id = :id AND %1$s
              UNION ALL
              SELECT l.group_id, NULL, NULL, NULL, g.role_id, NULL, NULL
                FROM views.service_user_group_v1 l
                JOIN views.group_role_v1 g ON g.group_id = l.group_id AND %2$s
               WHERE l.service_user_id = :id AND %1$s)
            SELECT p.group_id, n.name AS group_name, p.policy_id, p.policy_name, p.resources,
                   p.role_id, r.name AS role_name, r.permissions
              FROM path p
              JOIN views.role_v1 r ON r.id = p.role_id AND %3$s
              LEFT JOIN views.user_group_v1 n ON n.id = p.group_id AND %4$s
             ORDER BY n.name_key NULLS FIRST, p.group_id, p.policy_key NULLS FIRST, p.policy_id,
                      p.place, r.name_key, p.role_id
            """
                    .formatted(
                            Reads.at("l"),
                            Reads.at("g"),
                            Reads.at("r"),
                            Reads.at("n"),
                            Reads.at("s"));

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

    /** Every way by which a service user holds one permission. */
    List<Why> whyOf(UUID serviceUser, Permission permission, long position) {
        return of(serviceUser, position).stream()
                .filter(held -> new PermissionPattern(held.permission()).matches(permission))
                .flatMap(held -> held.why().stream())
                .distinct()
                .toList();
    }

    private static Why why(ResultSet row) throws SQLException {
        String resources = row.getString("resources");
        return new Why(
                named(row, "group"),
                named(row, "policy"),
                new Named(row.getObject("role_id", UUID.class), row.getString("role_name")),
                resources == null ? null : PolicyJson.scope(resources));
    }

    private static @Nullable Named named(ResultSet row, String what) throws SQLException {
        UUID id = row.getObject(what + "_id", UUID.class);
        return id == null ? null : new Named(id, row.getString(what + "_name"));
    }
}
