package io.keyledger.command.grant;

import io.keyledger.command.platform.Remembered;
import io.keyledger.shared.event.PolicyJson;
import io.keyledger.shared.policy.PolicyState;

import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Reads, in the command's transaction, what decisions need to know of security policies. */
@Component
public class PolicyReader {

    private final JdbcClient jdbc;

    PolicyReader(@Qualifier("commandJdbcClient") JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public boolean exists(String workspace, UUID policy) {
        return jdbc.sql(
                        "SELECT EXISTS (SELECT FROM access.security_policy"
                                + " WHERE workspace = :workspace AND id = :id)")
                .param("workspace", workspace)
                .param("id", policy)
                .query(Boolean.class)
                .single();
    }

    /** Those of the policies that are there, by id, with the roles they name. */
    public Map<UUID, PolicyFact> policies(String workspace, Collection<UUID> ids) {
        return Remembered.of("policies of " + workspace, ids, them -> read(workspace, them));
    }

    private Map<UUID, PolicyFact> read(String workspace, Collection<UUID> ids) {
        Map<UUID, PolicyFact> policies = new HashMap<>();
        Map<UUID, List<RoleFact>> roles = rolesOf(ids);
        jdbc.sql(
                        "SELECT id, name, state, guards FROM access.security_policy"
                                + " WHERE workspace = :workspace AND id = ANY(:ids)")
                .param("workspace", workspace)
                .param("ids", ids.toArray(UUID[]::new))
                .query(
                        row -> {
                            UUID id = row.getObject("id", UUID.class);
                            policies.put(
                                    id,
                                    new PolicyFact(
                                            id,
                                            row.getString("name"),
                                            PolicyState.ofStoredName(row.getString("state")),
                                            PolicyJson.guards(row.getString("guards")),
                                            roles.getOrDefault(id, List.of())));
                        });
        return policies;
    }

    /** To how many service users and groups a policy is attached. */
    public Attachments attachments(UUID policy) {
        return jdbc.sql(
                        """
                        SELECT (SELECT count(*) FROM access.service_user_policy WHERE policy_id = :policy),
                               (SELECT count(*) FROM access.group_policy WHERE policy_id = :policy)
                        """)
                .param("policy", policy)
                .query((row, _) -> new Attachments(row.getLong(1), row.getLong(2)))
                .single();
    }

    /** To how many service users and groups a policy is attached. */
    public record Attachments(long serviceUsers, long groups) {}

    private Map<UUID, List<RoleFact>> rolesOf(Collection<UUID> policies) {
        Map<UUID, List<RoleFact>> roles = new HashMap<>();
        jdbc.sql(
                        """
                        SELECT g.policy_id, r.id, r.name, r.permissions
                          FROM access.policy_grant g JOIN access.role r ON r.id = g.role_id
                         WHERE g.policy_id = ANY(:policies)
                        """)
                .param("policies", policies.toArray(UUID[]::new))
                .query(
                        row -> {
                            roles.computeIfAbsent(
                                            row.getObject("policy_id", UUID.class),
                                            _ -> new ArrayList<>())
                                    .add(AccessFacts.role(row));
                        });
        return roles;
    }
}
