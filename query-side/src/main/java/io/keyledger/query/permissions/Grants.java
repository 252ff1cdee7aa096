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

/** Joins what something had at a position. */
@Component
class Grants {

    private static final String SELECT =
            """
            WITH way (bearer, group_id, policy_id, role_id, resources, place) AS (%1$s)
            SELECT w.group_id, n.name AS group_name, w.policy_id, s.name AS policy_name,
                   w.resources, w.role_id, r.name AS role_name, r.permissions
              FROM way w
              JOIN views.role_v1 r ON r.id = w.role_id AND %2$s
              LEFT JOIN views.security_policy_v1 s
                ON s.id = w.policy_id AND s.state = 'enabled' AND %3$s
              LEFT JOIN views.user_group_v1 n ON n.id = w.group_id AND %4$s
             WHERE w.policy_id IS NULL OR s.id IS NOT NULL
             ORDER BY n.name_key NULLS FIRST, w.group_id, s.name_key NULLS FIRST, w.policy_id,
                      w.place, r.name_key, w.role_id
            """;

    private final JdbcClient jdbc;

    Grants(@Qualifier("queryDataSource") DataSource dataSource) {
        this.jdbc = JdbcClient.create(dataSource);
    }

    List<EffectivePermission> of(Bearer bearer, String workspace, UUID id, long position) {
        Map<String, List<Why>> byPermission = new TreeMap<>();
        jdbc.sql(SELECT.formatted(bearer.ways(), Reads.at("r"), Reads.at("s"), Reads.at("n")))
                .param("ids", new String[] {id.toString()})
                .param("ws", workspace)
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
                .map(e -> counting(bearer, new EffectivePermission(e.getKey(), e.getValue())))
                .filter(held -> !held.why().isEmpty())
                .toList();
    }

    /** What is reserved to owners counts for people alone, by a role of one of their groups. */
    private static EffectivePermission counting(Bearer bearer, EffectivePermission held) {
        String permission = held.permission();
        if (!OwnerPermissions.isReserved(new PermissionPattern(permission))) {
            return held;
        }
        return new EffectivePermission(
                permission,
                bearer == Bearer.PERSON && OwnerPermissions.ALL.contains(permission)
                        ? held.why().stream().filter(why -> why.policy() == null).toList()
                        : List.of());
    }

    /** Every way by which a service user or a person holds one permission. */
    List<Why> whyOf(
            Bearer bearer, String workspace, UUID id, Permission permission, long position) {
        return of(bearer, workspace, id, position).stream()
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
