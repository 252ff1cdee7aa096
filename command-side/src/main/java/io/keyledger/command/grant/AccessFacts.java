package io.keyledger.command.grant;

import io.keyledger.command.platform.Remembered;
import io.keyledger.shared.id.NameKey;

import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** Reads, in the command's transaction, what decisions need to know of other aggregates. */
@Component
public class AccessFacts {

    private static final String GROUPS =
            """
            SELECT g.id AS group_id, g.name AS group_name, r.id, r.name, r.permissions,
                   ARRAY(SELECT policy_id FROM access.group_policy WHERE group_id = g.id) AS policies
              FROM access.user_group g
              LEFT JOIN (access.group_role JOIN access.role r ON r.id = role_id) ON group_id = g.id
             WHERE g.workspace = :workspace AND g.id = ANY(:ids)
            """;

    private final JdbcClient jdbc;
    private final PolicyReader policies;

    AccessFacts(@Qualifier("commandJdbcClient") JdbcClient jdbc, PolicyReader policies) {
        this.jdbc = jdbc;
        this.policies = policies;
    }

    public boolean workspaceExists(String workspace) {
        return !Remembered.of("workspaces", Set.of(workspace), _ -> workspaces(workspace))
                .isEmpty();
    }

    private Map<String, Boolean> workspaces(String workspace) {
        return exists("access.workspace WHERE slug = :workspace", Map.of("workspace", workspace))
                ? Map.of(workspace, true)
                : Map.of();
    }

    public boolean roleExists(String workspace, UUID role) {
        return exists(
                "access.role WHERE workspace = :workspace AND id = :id",
                Map.of("workspace", workspace, "id", role));
    }

    /** Whether there is a key of this id, and it was not deleted. */
    public boolean keyExists(String keyId) {
        return exists("access.api_key WHERE id = :id AND status <> 'deleted'", Map.of("id", keyId));
    }

    public boolean groupExists(String workspace, UUID group) {
        return exists(
                "access.user_group WHERE workspace = :workspace AND id = :id",
                Map.of("workspace", workspace, "id", group));
    }

    /** Whether a service user has this name, or had it until it was deleted. */
    public boolean usernameWasEver(String workspace, String username) {
        return exists(
                "access.service_user WHERE workspace = :workspace AND username_key = :key",
                Map.of("workspace", workspace, "key", NameKey.of(username)));
    }

    /** A group that the workspace was born with. */
    public Optional<GroupFact> builtInGroup(String workspace, String name) {
        List<UUID> ids =
                jdbc.sql(
                                "SELECT id FROM access.user_group"
                                        + " WHERE workspace = :workspace AND name = :name AND built_in")
                        .param("workspace", workspace)
                        .param("name", name)
                        .query((row, _) -> row.getObject("id", UUID.class))
                        .list();
        return groups(workspace, ids).values().stream().findFirst();
    }

    /** Those of the roles that are there, by id. */
    public Map<UUID, RoleFact> roles(String workspace, Collection<UUID> ids) {
        return Remembered.of("roles of " + workspace, ids, them -> readRoles(workspace, them));
    }

    private Map<UUID, RoleFact> readRoles(String workspace, Collection<UUID> ids) {
        return jdbc
                .sql(
                        "SELECT id, name, permissions FROM access.role"
                                + " WHERE workspace = :workspace AND id = ANY(:ids)")
                .param("workspace", workspace)
                .param("ids", ids.toArray(UUID[]::new))
                .query((row, _) -> role(row))
                .list()
                .stream()
                .collect(Collectors.toMap(RoleFact::id, role -> role));
    }

    /** Those of the groups that are there, by id, with their roles and policies. */
    public Map<UUID, GroupFact> groups(String workspace, Collection<UUID> ids) {
        return Remembered.of("groups of " + workspace, ids, them -> readGroups(workspace, them));
    }

    private Map<UUID, GroupFact> readGroups(String workspace, Collection<UUID> ids) {
        Map<UUID, List<RoleFact>> roles = new HashMap<>();
        Map<UUID, Set<UUID>> attached = new HashMap<>();
        Map<UUID, String> names = new HashMap<>();
        jdbc.sql(GROUPS)
                .param("workspace", workspace)
                .param("ids", ids.toArray(UUID[]::new))
                .query(
                        row -> {
                            UUID group = row.getObject("group_id", UUID.class);
                            names.put(group, row.getString("group_name"));
                            attached.put(group, ids(row.getArray("policies")));
                            List<RoleFact> its =
                                    roles.computeIfAbsent(group, _ -> new ArrayList<>());
                            if (row.getObject("id") != null) {
                                its.add(role(row));
                            }
                        });
        Map<UUID, PolicyFact> carried =
                policies.policies(
                        workspace,
                        attached.values().stream().flatMap(Set::stream).distinct().toList());
        Map<UUID, GroupFact> groups = new HashMap<>();
        names.forEach(
                (group, name) ->
                        groups.put(
                                group,
                                new GroupFact(
                                        group,
                                        name,
                                        roles.getOrDefault(group, List.of()),
                                        attached.getOrDefault(group, Set.of()).stream()
                                                .map(carried::get)
                                                .filter(Objects::nonNull)
                                                .toList())));
        return groups;
    }

    /** How many service users and groups have a role, and how many policies grant it. */
    public Usage usageOfRole(UUID role) {
        return jdbc.sql(
                        """
                        SELECT (SELECT count(*) FROM access.service_user_role WHERE role_id = :role),
                               (SELECT count(*) FROM access.group_role WHERE role_id = :role),
                               (SELECT count(DISTINCT policy_id) FROM access.policy_grant WHERE role_id = :role)
                        """)
                .param("role", role)
                .query((row, _) -> new Usage(row.getLong(1), row.getLong(2), row.getLong(3)))
                .single();
    }

    public long membersOf(UUID group) {
        return jdbc.sql("SELECT count(*) FROM access.service_user_group WHERE group_id = :group")
                .param("group", group)
                .query(Long.class)
                .single();
    }

    /** How many service users and groups have a role, and how many policies grant it. */
    public record Usage(long serviceUsers, long groups, long policies) {}

    private boolean exists(String where, Map<String, ?> params) {
        return jdbc.sql("SELECT EXISTS (SELECT FROM " + where + ")")
                .params(params)
                .query(Boolean.class)
                .single();
    }

    static RoleFact role(ResultSet row) throws SQLException {
        return new RoleFact(
                row.getObject("id", UUID.class),
                row.getString("name"),
                texts(row.getArray("permissions")));
    }

    static List<String> texts(Array array) throws SQLException {
        return List.of((String[]) array.getArray());
    }

    static Set<UUID> ids(Array array) throws SQLException {
        return Set.of((UUID[]) array.getArray());
    }
}
