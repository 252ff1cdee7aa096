package io.keyledger.query.directory;

import io.keyledger.query.history.HistoryTable;

import java.util.List;
import java.util.UUID;

/** Tables of who has what. Their only value is the workspace, which never changes. */
final class LinkTables {

    static final HistoryTable<Link, String> SERVICE_USER_GROUP =
            table("service_user_group_v1", "service_user_id", "group_id");
    static final HistoryTable<Link, String> SERVICE_USER_ROLE =
            table("service_user_role_v1", "service_user_id", "role_id");
    static final HistoryTable<Link, String> SERVICE_USER_POLICY =
            table("service_user_policy_v1", "service_user_id", "policy_id");
    static final HistoryTable<Link, String> GROUP_POLICY =
            table("group_policy_v1", "group_id", "policy_id");
    static final HistoryTable<Link, String> GROUP_ROLE =
            table("group_role_v1", "group_id", "role_id");

    private LinkTables() {}

    private static HistoryTable<Link, String> table(String name, String holder, String held) {
        return new HistoryTable<>(
                name,
                holder,
                List.of(holder, held),
                List.of("workspace"),
                link -> new Object[] {link.holder(), link.held()},
                workspace -> new Object[] {workspace},
                row -> new Link(row.getObject(holder, UUID.class), row.getObject(held, UUID.class)),
                row -> row.getString("workspace"));
    }
}
