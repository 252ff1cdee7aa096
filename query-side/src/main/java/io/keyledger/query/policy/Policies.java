package io.keyledger.query.policy;

import io.keyledger.query.current.AsOf;
import io.keyledger.query.current.Kind;
import io.keyledger.query.current.ListedRows;
import io.keyledger.query.current.Named;
import io.keyledger.query.history.Columns;
import io.keyledger.query.paging.Conditions;
import io.keyledger.query.paging.CountView;
import io.keyledger.query.paging.ListOrder;
import io.keyledger.query.paging.Page;
import io.keyledger.query.paging.PageRequest;
import io.keyledger.query.paging.SortKey;
import io.keyledger.query.paging.Sorts;
import io.keyledger.query.policy.PolicyView.Grant;
import io.keyledger.shared.event.PolicyJson;

import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

import javax.sql.DataSource;

/** Finds security policies. */
@Component
class Policies {

    private static final String COLUMNS =
            """
            {version:p}, p.*, p.guards::text AS guards_text,
                   ARRAY(SELECT g.role_id FROM views.policy_grant_v1 g
                          WHERE g.policy_id = p.id AND {g} ORDER BY g.place) AS granted,
                   ARRAY(SELECT g.resources::text FROM views.policy_grant_v1 g
                          WHERE g.policy_id = p.id AND {g} ORDER BY g.place) AS scopes""";
    private static final String GROUPS =
            """
            SELECT g.id, g.name FROM views.group_policy_v1 l
              JOIN views.user_group_v1 g ON g.id = l.group_id AND {g}
             WHERE l.policy_id = :policy AND {l}
             ORDER BY g.name_key, g.id
            """;

    static final Sorts SORTS =
            Sorts.named(
                    "p",
                    SortKey.text("name", "p.name_key"),
                    SortKey.created("p"),
                    SortKey.text("state", "p.state"));

    private final JdbcClient jdbc;
    private final ListedRows<PolicyView> rows;

    Policies(@Qualifier("queryDataSource") DataSource dataSource) {
        this.jdbc = JdbcClient.create(dataSource);
        this.rows =
                new ListedRows<>(
                        jdbc, COLUMNS, "views.security_policy_v1 p", SORTS, Policies::read);
    }

    PolicyView get(String workspace, String id, AsOf state) {
        return rows.find(workspace, id, state)
                .orElseThrow(() -> Kind.SECURITY_POLICY.unknown(state));
    }

    /** Of a workspace, or of all. */
    Page<PolicyView> list(
            @Nullable String workspace,
            PolicyFilter filter,
            ListOrder order,
            PageRequest request,
            AsOf state) {
        return rows.list(workspace, filter.conditions(), order, request, state);
    }

    CountView count(@Nullable String workspace, PolicyFilter filter, AsOf state) {
        return rows.count(workspace, filter.conditions(), state);
    }

    /** User groups that it is attached to. */
    List<Named> groupsWith(UUID policy, AsOf state) {
        return jdbc.sql(state.in(GROUPS))
                .params(state.bind(new Conditions().set("policy", policy)).parameters())
                .query(
                        (row, _) ->
                                new Named(row.getObject("id", UUID.class), row.getString("name")))
                .list();
    }

    private static PolicyView read(ResultSet row, int number) throws SQLException {
        return new PolicyView(
                row.getObject("id", UUID.class),
                row.getString("name"),
                row.getString("workspace"),
                row.getString("description"),
                row.getString("state"),
                grants(row),
                PolicyJson.guards(row.getString("guards_text")),
                row.getBoolean("built_in"),
                row.getLong("version"),
                Columns.instant(row, "created_at"),
                Columns.instant(row, "updated_at"));
    }

    private static List<Grant> grants(ResultSet row) throws SQLException {
        List<UUID> roles = Columns.ids(row, "granted");
        String[] scopes = (String[]) row.getArray("scopes").getArray();
        List<Grant> grants = new ArrayList<>();
        for (int i = 0; i < scopes.length; i++) {
            String scope = scopes[i];
            grants.add(new Grant(roles.get(i), scope == null ? null : PolicyJson.scope(scope)));
        }
        return grants;
    }
}
