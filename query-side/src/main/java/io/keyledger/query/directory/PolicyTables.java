package io.keyledger.query.directory;

import static io.keyledger.query.history.Columns.instant;

import io.keyledger.query.history.Columns;
import io.keyledger.query.history.HistoryTable;
import io.keyledger.shared.event.PolicyJson;
import io.keyledger.shared.id.NameKey;
import io.keyledger.shared.policy.PolicyGrant;
import io.keyledger.shared.policy.PolicyState;
import io.keyledger.shared.policy.ResourceScope;

import org.jspecify.annotations.Nullable;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;

/** Tables of security policies and what they grant. */
final class PolicyTables {

    static final HistoryTable<UUID, SecurityPolicyRow> POLICY =
            new HistoryTable<>(
                    "security_policy_v1",
                    "id",
                    List.of("id"),
                    List.of(
                            "workspace",
                            "name",
                            "name_key",
                            "description",
                            "state",
                            "guards",
                            "built_in",
                            "created_at"),
                    id -> new Object[] {id},
                    PolicyTables::values,
                    EntityTables::id,
                    PolicyTables::policy);

    static final HistoryTable<GrantPlace, GrantRow> GRANT =
            new HistoryTable<>(
                    "policy_grant_v1",
                    "policy_id",
                    List.of("policy_id", "place"),
                    List.of("role_id", "resources", "workspace"),
                    place -> new Object[] {place.policy(), place.place()},
                    PolicyTables::values,
                    row ->
                            new GrantPlace(
                                    row.getObject("policy_id", UUID.class), row.getInt("place")),
                    PolicyTables::grant);

    private PolicyTables() {}

    private static Object[] values(SecurityPolicyRow row) {
        return new Object[] {
            row.workspace(),
            row.details().name(),
            NameKey.of(row.details().name()),
            row.details().description(),
            row.state().storedName(),
            new Columns.Json(PolicyJson.write(row.guards())),
            row.builtIn(),
            row.createdAt()
        };
    }

    private static SecurityPolicyRow policy(ResultSet row) throws SQLException {
        return new SecurityPolicyRow(
                row.getString("workspace"),
                EntityTables.details(row),
                PolicyState.ofStoredName(row.getString("state")),
                PolicyJson.guards(row.getString("guards")),
                row.getBoolean("built_in"),
                instant(row, "created_at"));
    }

    private static @Nullable Object[] values(GrantRow row) {
        ResourceScope resources = row.grant().resources();
        return new @Nullable Object[] {
            row.grant().roleId(),
            resources == null ? null : new Columns.Json(PolicyJson.write(resources)),
            row.workspace()
        };
    }

    private static GrantRow grant(ResultSet row) throws SQLException {
        String resources = row.getString("resources");
        return new GrantRow(
                row.getString("workspace"),
                new PolicyGrant(
                        row.getObject("role_id", UUID.class),
                        resources == null ? null : PolicyJson.scope(resources)));
    }
}
