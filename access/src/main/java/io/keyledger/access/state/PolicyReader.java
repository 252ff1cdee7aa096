package io.keyledger.access.state;

import io.keyledger.shared.event.PolicyJson;
import io.keyledger.shared.policy.PolicyGrant;
import io.keyledger.shared.policy.PolicyState;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Reads security policies with their grants. */
final class PolicyReader {

    private static final String SQL =
            """
            SELECT p.id, p.version, p.name, p.state, p.guards::text,
                   ARRAY(SELECT g.role_id FROM access.policy_grant g
                          WHERE g.policy_id = p.id ORDER BY g.place),
                   ARRAY(SELECT g.resources::text FROM access.policy_grant g
                          WHERE g.policy_id = p.id ORDER BY g.place)
              FROM access.security_policy p WHERE p.id = ANY (?)
            """;

    private final PreparedStatement statement;

    PolicyReader(Connection connection) throws SQLException {
        statement = connection.prepareStatement(SQL);
    }

    Map<UUID, SecurityPolicy> policies(Collection<UUID> ids) throws SQLException {
        statement.setArray(1, statement.getConnection().createArrayOf("uuid", ids.toArray()));
        Map<UUID, SecurityPolicy> found = new HashMap<>();
        try (ResultSet rows = statement.executeQuery()) {
            while (rows.next()) {
                UUID id = rows.getObject(1, UUID.class);
                found.put(
                        id,
                        SecurityPolicy.of(
                                id,
                                rows.getLong(2),
                                rows.getString(3),
                                PolicyState.ofStoredName(rows.getString(4)),
                                grants(rows),
                                PolicyJson.guards(rows.getString(5))));
            }
        }
        return found;
    }

    private static List<PolicyGrant> grants(ResultSet row) throws SQLException {
        List<UUID> roles = Columns.ids(row, 6);
        String[] resources = (String[]) row.getArray(7).getArray();
        List<PolicyGrant> grants = new ArrayList<>(roles.size());
        for (int place = 0; place < roles.size(); place++) {
            String scope = resources[place];
            grants.add(
                    new PolicyGrant(
                            roles.get(place), scope == null ? null : PolicyJson.scope(scope)));
        }
        return grants;
    }
}
