package io.keyledger.query.apikey;

import io.keyledger.query.current.AsOf;
import io.keyledger.query.paging.Conditions;

import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
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
             WHERE k.service_user_id = ANY (:users) AND {k} AND (:deleted OR k.status <> 'deleted')
             ORDER BY k.id
            """
                    .formatted(KeyRow.COLUMNS);

    private final JdbcClient jdbc;
    private final UsedKeys used;

    public ApiKeys(@Qualifier("queryDataSource") DataSource dataSource, UsedKeys used) {
        this.jdbc = JdbcClient.create(dataSource);
        this.used = used;
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
                        .query((row, _) -> KeyRow.read(row))
                        .list();
        Map<String, ApiKeyView> views = used.of(rows, state);
        return rows.stream()
                .collect(
                        Collectors.groupingBy(
                                KeyRow::serviceUser,
                                Collectors.mapping(
                                        row -> Objects.requireNonNull(views.get(row.key().keyId())),
                                        Collectors.toList())));
    }
}
