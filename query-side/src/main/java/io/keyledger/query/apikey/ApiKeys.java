package io.keyledger.query.apikey;

import io.keyledger.query.current.AsOf;
import io.keyledger.query.paging.Conditions;
import io.keyledger.query.personal.PersonalValues;
import io.keyledger.query.personal.Resolved;

import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

import javax.sql.DataSource;

/** Finds the keys of service users. */
@Component
public class ApiKeys {

    private static final String SELECT =
            """
            SELECT %s
              FROM views.api_key_v1 k
              LEFT JOIN views.key_usage_v1 u ON u.key_id = k.id
             WHERE k.service_user_id = ANY (:users) AND {k} AND (:deleted OR k.status <> 'deleted')
             ORDER BY k.id
            """
                    .formatted(KeyRow.COLUMNS);

    private final JdbcClient jdbc;
    private final PersonalValues personal;

    public ApiKeys(@Qualifier("queryDataSource") DataSource dataSource, PersonalValues personal) {
        this.jdbc = JdbcClient.create(dataSource);
        this.personal = personal;
    }

    /** Keys by service user, in the order they were generated; deleted ones on demand. */
    public Map<UUID, List<ApiKeyView>> of(
            Collection<UUID> serviceUsers, boolean withDeleted, AsOf state) {
        Conditions where =
                new Conditions()
                        .set("users", serviceUsers.toArray(UUID[]::new))
                        .set("deleted", withDeleted);
        List<KeyRow> rows =
                jdbc.sql(state.in(SELECT))
                        .params(state.bind(where).parameters())
                        .query((row, _) -> KeyRow.read(row, state))
                        .list();
        Resolved texts = personal.of(KeyRow.refs(rows));
        return rows.stream()
                .collect(
                        Collectors.groupingBy(
                                KeyRow::serviceUser,
                                Collectors.mapping(row -> row.view(texts), Collectors.toList())));
    }
}
