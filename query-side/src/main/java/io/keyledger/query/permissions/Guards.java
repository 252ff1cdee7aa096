package io.keyledger.query.permissions;

import io.keyledger.query.current.Reads;
import io.keyledger.shared.event.PolicyJson;

import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import java.util.List;
import java.util.UUID;

import javax.sql.DataSource;

/**
 * The security policies that reached a service user or a person at a position, disabled ones aside.
 */
@Component
class Guards {

    private static final String SELECT =
            """
            SELECT s.id, s.name, s.state, s.guards::text AS guards
              FROM views.security_policy_v1 s
             WHERE s.state <> 'disabled' AND %1$s AND s.id IN (%2$s)
             ORDER BY s.name_key, s.id
            """;

    private final JdbcClient jdbc;

    Guards(@Qualifier("queryDataSource") DataSource dataSource) {
        this.jdbc = JdbcClient.create(dataSource);
    }

    List<ReachingPolicy> of(Bearer bearer, String workspace, UUID id, long position) {
        return jdbc.sql(SELECT.formatted(Reads.at("s"), bearer.policies()))
                .param("id", id)
                .param("ws", workspace)
                .param("position", position)
                .query(
                        (row, _) ->
                                ReachingPolicy.of(
                                        row.getObject("id", UUID.class),
                                        row.getString("name"),
                                        row.getString("state"),
                                        PolicyJson.guards(row.getString("guards"))))
                .list();
    }
}
