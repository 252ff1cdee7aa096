package io.keyledger.query.reach;

import io.keyledger.query.current.Reads;
import io.keyledger.query.history.Columns;
import io.keyledger.query.permissions.Bearer;
import io.keyledger.shared.event.PolicyJson;

import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import javax.sql.DataSource;

/** Reads by which ways roles came to many at a position, and what roles held. */
@Component
class WaysAt {

    private static final String WAYS =
            """
            WITH way (bearer, group_id, policy_id, role_id, resources, place) AS (%%s)
            SELECT DISTINCT w.bearer, w.group_id, w.policy_id, w.role_id, w.resources
              FROM way w
             WHERE w.policy_id IS NULL
                OR EXISTS (SELECT FROM views.security_policy_v1 s
                            WHERE s.id = w.policy_id AND s.state = 'enabled' AND %s)
            """
                    .formatted(Reads.at("s"));

    private static final String ROLES =
            "SELECT r.id, r.permissions FROM views.role_v1 r WHERE r.id = ANY(:ids::uuid[]) AND "
                    + Reads.at("r");

    private final JdbcClient jdbc;

    WaysAt(@Qualifier("queryDataSource") DataSource dataSource) {
        this.jdbc = JdbcClient.create(dataSource);
    }

    /** By whom they are of; whoever has none is not there. */
    Map<UUID, List<Way>> of(Bearer bearer, String workspace, Collection<UUID> ids, long position) {
        Map<UUID, List<Way>> byBearer = new HashMap<>();
        jdbc.sql(WAYS.formatted(bearer.ways()))
                .param("ids", texts(ids))
                .param("ws", workspace)
                .param("position", position)
                .query(
                        row -> {
                            UUID whose = row.getObject("bearer", UUID.class);
                            byBearer.computeIfAbsent(whose, _ -> new ArrayList<>()).add(way(row));
                        });
        return byBearer;
    }

    /** Permissions by role. */
    Map<UUID, List<String>> permissions(Collection<UUID> roles, long position) {
        Map<UUID, List<String>> byRole = new HashMap<>();
        jdbc.sql(ROLES)
                .param("ids", texts(roles))
                .param("position", position)
                .query(
                        row -> {
                            byRole.put(
                                    row.getObject("id", UUID.class),
                                    Columns.texts(row, "permissions"));
                        });
        return byRole;
    }

    private static Way way(ResultSet row) throws SQLException {
        String resources = row.getString("resources");
        return new Way(
                row.getObject("group_id", UUID.class),
                row.getObject("policy_id", UUID.class),
                row.getObject("role_id", UUID.class),
                resources == null ? null : PolicyJson.scope(resources));
    }

    private static String[] texts(Collection<UUID> ids) {
        return ids.stream().map(UUID::toString).toArray(String[]::new);
    }
}
