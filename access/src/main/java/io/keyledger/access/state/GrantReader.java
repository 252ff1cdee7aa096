package io.keyledger.access.state;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

/** Reads groups and roles. */
final class GrantReader {

    private static final String GROUPS =
            """
            SELECT g.id, g.version,
                   ARRAY(SELECT r.role_id FROM access.group_role r
                          WHERE r.group_id = g.id ORDER BY r.role_id),
                   ARRAY(SELECT p.policy_id FROM access.group_policy p
                          WHERE p.group_id = g.id ORDER BY p.policy_id)
              FROM access.user_group g WHERE g.id = ANY (?)
            """;
    private static final String ROLES =
            "SELECT id, version, permissions FROM access.role WHERE id = ANY (?)";

    private final PreparedStatement groups;
    private final PreparedStatement roles;

    GrantReader(Connection connection) throws SQLException {
        groups = connection.prepareStatement(GROUPS);
        roles = connection.prepareStatement(ROLES);
    }

    Map<UUID, GroupState> groups(Collection<UUID> ids) throws SQLException {
        Map<UUID, GroupState> found = new HashMap<>();
        try (ResultSet rows = query(groups, ids)) {
            while (rows.next()) {
                UUID id = rows.getObject(1, UUID.class);
                found.put(
                        id,
                        GroupState.of(
                                id, rows.getLong(2), Columns.ids(rows, 3), Columns.ids(rows, 4)));
            }
        }
        return found;
    }

    Map<UUID, RoleState> roles(Collection<UUID> ids) throws SQLException {
        Map<UUID, RoleState> found = new HashMap<>();
        try (ResultSet rows = query(roles, ids)) {
            while (rows.next()) {
                UUID id = rows.getObject(1, UUID.class);
                found.put(id, RoleState.of(id, rows.getLong(2), Columns.texts(rows, 3)));
            }
        }
        return found;
    }

    private static ResultSet query(PreparedStatement statement, Collection<UUID> ids)
            throws SQLException {
        statement.setArray(1, statement.getConnection().createArrayOf("uuid", ids.toArray()));
        return statement.executeQuery();
    }
}
