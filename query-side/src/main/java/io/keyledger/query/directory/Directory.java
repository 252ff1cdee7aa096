package io.keyledger.query.directory;

import io.keyledger.query.history.History;
import io.keyledger.query.history.HistoryStore;

import java.sql.SQLException;
import java.util.UUID;

/** The open rows that a batch can change. */
record Directory(
        History<String, WorkspaceRow> workspaces,
        History<UUID, RoleRow> roles,
        History<UUID, UserGroupRow> groups,
        History<Link, String> groupRoles,
        History<Link, String> groupPolicies,
        History<UUID, SecurityPolicyRow> policies,
        History<GrantPlace, GrantRow> policyGrants,
        History<UUID, ApiRow> apis,
        History<UUID, ApiRouteRow> routes,
        History<UUID, ServiceUserRow> serviceUsers,
        History<String, ApiKeyRow> keys,
        History<Link, String> userGroups,
        History<Link, String> userRoles,
        History<Link, String> userPolicies) {

    static Directory load(HistoryStore store, Affected affected) throws SQLException {
        return new Directory(
                store.load(EntityTables.WORKSPACE, affected.workspaces(), "text"),
                store.load(EntityTables.ROLE, affected.roles(), "uuid"),
                store.load(EntityTables.USER_GROUP, affected.groups(), "uuid"),
                store.load(LinkTables.GROUP_ROLE, affected.groups(), "uuid"),
                store.load(LinkTables.GROUP_POLICY, affected.groups(), "uuid"),
                store.load(PolicyTables.POLICY, affected.policies(), "uuid"),
                store.load(PolicyTables.GRANT, affected.policies(), "uuid"),
                store.load(ApiTables.API, affected.apis(), "uuid"),
                store.load(ApiTables.ROUTE, affected.apis(), "uuid"),
                store.load(ServiceUserTables.SERVICE_USER, affected.serviceUsers(), "uuid"),
                store.load(ServiceUserTables.API_KEY, affected.serviceUsers(), "uuid"),
                store.load(LinkTables.SERVICE_USER_GROUP, affected.serviceUsers(), "uuid"),
                store.load(LinkTables.SERVICE_USER_ROLE, affected.serviceUsers(), "uuid"),
                store.load(LinkTables.SERVICE_USER_POLICY, affected.serviceUsers(), "uuid"));
    }

    void write(HistoryStore store) throws SQLException {
        store.write(EntityTables.WORKSPACE, workspaces);
        store.write(EntityTables.ROLE, roles);
        store.write(EntityTables.USER_GROUP, groups);
        store.write(LinkTables.GROUP_ROLE, groupRoles);
        store.write(LinkTables.GROUP_POLICY, groupPolicies);
        store.write(PolicyTables.POLICY, policies);
        store.write(PolicyTables.GRANT, policyGrants);
        store.write(ApiTables.API, apis);
        store.write(ApiTables.ROUTE, routes);
        store.write(ServiceUserTables.SERVICE_USER, serviceUsers);
        store.write(ServiceUserTables.API_KEY, keys);
        store.write(LinkTables.SERVICE_USER_GROUP, userGroups);
        store.write(LinkTables.SERVICE_USER_ROLE, userRoles);
        store.write(LinkTables.SERVICE_USER_POLICY, userPolicies);
    }
}
