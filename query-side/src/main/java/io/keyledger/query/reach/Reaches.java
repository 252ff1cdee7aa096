package io.keyledger.query.reach;

import io.keyledger.query.current.AsOf;
import io.keyledger.query.current.Ever;
import io.keyledger.query.current.PeopleRows;
import io.keyledger.query.paging.CountView;

import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;

import javax.sql.DataSource;

/** Counts whom something reaches now, and names the first of them. */
@Component
class Reaches {

    private static final int NAMED = 5;

    private static final String REACHED =
            """
            WITH reached AS MATERIALIZED (
              SELECT u.id, u.username, u.username_key FROM views.service_user_v1 u
               WHERE u.id IN (%s) AND {u} AND u.status = 'enabled'
                 AND coalesce(u.expires_at > {clock}, true)
               LIMIT :most)
            """;

    private static final String COUNT =
            REACHED
                    + """
                      SELECT (SELECT count(*) FROM reached) AS users,
                             (SELECT count(*) FROM views.api_key_v1 k
                                JOIN reached r ON r.id = k.service_user_id
                               WHERE {k} AND k.status = 'enabled'
                                 AND coalesce(k.expires_at > {clock}, true)) AS keys""";

    private static final String SERVICE_USERS =
            REACHED
                    + """
                      SELECT id, username AS name FROM reached
                       ORDER BY username_key, id LIMIT :some""";

    private static final String PEOPLE =
            """
            WITH u AS (%s),
            reached AS MATERIALIZED (
              SELECT u.id, u.name, u.name_key FROM u
               WHERE u.id IN (%s) AND u.status = 'enabled' LIMIT :most)
            """;

    private static final String COUNT_PEOPLE = PEOPLE + "SELECT count(*) FROM reached";

    private static final String FIRST_PEOPLE =
            PEOPLE + "SELECT id, name FROM reached ORDER BY name_key, id LIMIT :some";

    private final JdbcClient jdbc;
    private final Ever ever;

    Reaches(@Qualifier("queryDataSource") DataSource dataSource, Ever ever) {
        this.jdbc = JdbcClient.create(dataSource);
        this.ever = ever;
    }

    ReachView of(Reaching reaching, String workspace, String id) {
        UUID held = ever.require(reaching.kind(), workspace, id);
        Counts counts =
                asked(COUNT.formatted(reaching.serviceUsers()), held)
                        .query((row, _) -> new Counts(row.getLong("users"), row.getLong("keys")))
                        .single();
        CountView users = CountView.of(counts.users());
        return new ReachView(
                users,
                new CountView(counts.keys(), users.exact()),
                people(COUNT_PEOPLE, reaching, workspace, held)
                        .query((row, _) -> CountView.of(row.getLong(1)))
                        .single(),
                serviceUsers(reaching, held, NAMED),
                people(reaching, workspace, held, NAMED));
    }

    /** The first of the service users it reaches, by name, of no more than are counted. */
    List<Someone> serviceUsers(Reaching reaching, UUID held, int most) {
        return asked(SERVICE_USERS.formatted(reaching.serviceUsers()), held)
                .param("some", most)
                .query(Reaches::someone)
                .list();
    }

    /** The same of people. */
    List<Someone> people(Reaching reaching, String workspace, UUID held, int most) {
        return people(FIRST_PEOPLE, reaching, workspace, held)
                .param("some", most)
                .query(Reaches::someone)
                .list();
    }

    private JdbcClient.StatementSpec people(
            String sql, Reaching reaching, String workspace, UUID held) {
        return asked(sql.formatted(PeopleRows.of(workspace, AsOf.NOW), reaching.people()), held)
                .param("ws", workspace);
    }

    private JdbcClient.StatementSpec asked(String sql, UUID held) {
        return jdbc.sql(AsOf.NOW.in(sql)).param("held", held).param("most", CountView.FETCHED);
    }

    private static Someone someone(ResultSet row, int number) throws SQLException {
        return new Someone(row.getObject("id", UUID.class), row.getString("name"));
    }

    private record Counts(long users, long keys) {}
}
