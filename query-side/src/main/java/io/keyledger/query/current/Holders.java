package io.keyledger.query.current;

import io.keyledger.query.paging.Page;
import io.keyledger.query.paging.PageRequest;

import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import java.util.List;
import java.util.UUID;

import javax.sql.DataSource;

/**
 * Service users who have something now: members of a group, holders of a role, those a policy is
 * attached to.
 */
@Component
public class Holders {

    private static final String SELECT =
            """
            SELECT u.id, u.username, u.username_key, u.status
              FROM views.%s l
              JOIN views.service_user_v1 u ON u.id = l.service_user_id AND u.%s
             WHERE l.%s = :held AND l.%s
               AND (:first OR (u.username_key, u.id) > (:key, :id::uuid))
             ORDER BY u.username_key, u.id
             LIMIT :fetch
            """;

    private final JdbcClient jdbc;

    public Holders(@Qualifier("queryDataSource") DataSource dataSource) {
        this.jdbc = JdbcClient.create(dataSource);
    }

    public Page<Member> ofGroup(UUID group, PageRequest request) {
        return page("service_user_group_v1", "group_id", group, request);
    }

    public Page<Member> ofRole(UUID role, PageRequest request) {
        return page("service_user_role_v1", "role_id", role, request);
    }

    public Page<Member> ofPolicy(UUID policy, PageRequest request) {
        return page("service_user_policy_v1", "policy_id", policy, request);
    }

    public long countOfPolicy(UUID policy) {
        return count("service_user_policy_v1", "policy_id", policy);
    }

    public long countOfGroup(UUID group) {
        return count("service_user_group_v1", "group_id", group);
    }

    public long countOfRole(UUID role) {
        return count("service_user_role_v1", "role_id", role);
    }

    private Page<Member> page(String table, String column, UUID held, PageRequest request) {
        List<Row> rows =
                jdbc.sql(SELECT.formatted(table, Reads.NOW, column, Reads.NOW))
                        .param("held", held)
                        .param("first", request.isFirst())
                        .param("key", request.isFirst() ? "" : request.after().get(0))
                        .param("id", request.isFirst() ? held : request.after().get(1))
                        .param("fetch", request.fetch())
                        .query(
                                (row, _) ->
                                        new Row(
                                                row.getString("username_key"),
                                                new Member(
                                                        row.getObject("id", UUID.class),
                                                        row.getString("username"),
                                                        row.getString("status"))))
                        .list();
        return Page.of(rows, request, row -> new String[] {row.key(), row.member().id().toString()})
                .map(Row::member);
    }

    private long count(String table, String column, UUID held) {
        return jdbc.sql(
                        "SELECT count(*) FROM views.%s WHERE %s = :held AND %s"
                                .formatted(table, column, Reads.NOW))
                .param("held", held)
                .query(Long.class)
                .single();
    }

    private record Row(String key, Member member) {}
}
