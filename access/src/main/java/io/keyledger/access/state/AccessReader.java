package io.keyledger.access.state;

import java.sql.Connection;
import java.sql.SQLException;

/** The prepared statements of one connection; {@link AccessCache} reads through them. */
public final class AccessReader {

    final MomentReader moments;
    final ServiceUserReader serviceUsers;
    final GrantReader grants;
    final PolicyReader policies;
    final RouteReader routes;
    final PersonReader people;

    public AccessReader(Connection connection) throws SQLException {
        moments = new MomentReader(connection);
        serviceUsers = new ServiceUserReader(connection);
        grants = new GrantReader(connection);
        policies = new PolicyReader(connection);
        routes = new RouteReader(connection);
        people = new PersonReader(connection);
    }
}
