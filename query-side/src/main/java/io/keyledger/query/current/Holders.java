package io.keyledger.query.current;

import io.keyledger.query.paging.Conditions;
import io.keyledger.query.paging.NameOrder;
import io.keyledger.query.paging.Page;
import io.keyledger.query.paging.PageRequest;

import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import java.util.List;
import java.util.UUID;

import javax.sql.DataSource;

/**
 * Service users who have something, now or at a moment: members of a group, holders of a role,
 * those a policy is attached to.
 */
@Component
public class Holders {

    private static final String SELECT =
            """
            SELECT u.id, u.workspace, u.username, u.status
              FROM views.%s l
              JOIN views.service_user_v1 u ON u.id = l.service_user_id AND %s
             WHERE l.%s = :held AND %s AND %s
             ORDER BY %s LIMIT :fetch
            """;
    private static final NameOrder ORDER = new NameOrder("u", "username_key");

    private final JdbcClient jdbc;

    public Holders(@Qualifier("queryDataSource") DataSource dataSource) {
        this.jdbc = JdbcClient.create(dataSource);
    }

    public Page<Member> ofGroup(UUID group, AsOf state, PageRequest request) {
        return page("service_user_group_v1", "group_id", group, state, request);
    }

    public Page<Member> ofRole(UUID role, AsOf state, PageRequest request) {
        return page("service_user_role_v1", "role_id", role, state, request);
    }

    public Page<Member> ofPolicy(UUID policy, AsOf state, PageRequest request) {
        return page("service_user_policy_v1", "policy_id", policy, state, request);
    }

    public long countOfPolicy(UUID policy, AsOf state) {
        return count("service_user_policy_v1", "policy_id", policy, state);
    }

    public long countOfRole(UUID role, AsOf state) {
        return count("service_user_role_v1", "role_id", role, state);
    }

    private Page<Member> page(
            String table, String column, UUID held, AsOf state, PageRequest request) {
        Conditions where =
                ORDER.after(request, null, state.bind(new Conditions().set("held", held)));
        String sql =
                SELECT.formatted(
                        table,
                        state.valid("u"),
                        column,
                        state.valid("l"),
                        where.sql(),
                        ORDER.columns());
        List<Row> rows =
                jdbc.sql(sql)
                        .params(where.parameters())
                        .query(
                                (row, _) ->
                                        new Row(
                                                row.getString("workspace"),
                                                new Member(
                                                        row.getObject("id", UUID.class),
                                                        row.getString("username"),
                                                        row.getString("status"))))
                        .list();
        return NameOrder.page(rows, request, Row::place).map(Row::member);
    }

    private long count(String table, String column, UUID held, AsOf state) {
        return jdbc.sql(
                        "SELECT count(*) FROM views.%s l WHERE l.%s = :held AND %s"
                                .formatted(table, column, state.valid("l")))
                .params(state.bind(new Conditions().set("held", held)).parameters())
                .query(Long.class)
                .single();
    }

    private record Row(String workspace, Member member) {

        NameOrder.Place place() {
            return NameOrder.Place.of(workspace, member.username(), member.id());
        }
    }
}
