package io.keyledger.query.apikey;

import io.keyledger.query.current.AsOf;
import io.keyledger.query.paging.Conditions;
import io.keyledger.query.paging.Page;
import io.keyledger.query.paging.PageRequest;

import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

import javax.sql.DataSource;

/** Finds keys, whosever they are. */
@Component
class KeyList {

    private static final String SELECT =
            """
            SELECT %s, s.username, s.status AS user_status,
                   floor(extract(epoch FROM {clock} - k.secret_changed_at) / 86400)
                     AS age_days,
                   coalesce(k.expires_at <= {clock}, false) AS expired
              FROM views.api_key_v1 k
              LEFT JOIN views.service_user_v1 s ON s.id = k.service_user_id AND {s}
              %s
             WHERE {k} AND %s
             ORDER BY k.id
             LIMIT :fetch
            """;

    private final JdbcClient jdbc;
    private final UsedKeys used;

    KeyList(@Qualifier("queryDataSource") DataSource dataSource, UsedKeys used) {
        this.jdbc = JdbcClient.create(dataSource);
        this.used = used;
    }

    /** Of a workspace, or of all, in the order they were generated. */
    Page<ListedKey> of(
            @Nullable String workspace, KeyFilter filter, PageRequest request, AsOf state) {
        Conditions where = state.bind(new Conditions().set("fetch", request.fetch()));
        where.and("k.workspace = :ws", "ws", workspace);
        filter.addTo(where, state);
        if (!request.isFirst()) {
            where.and("k.id > :after", "after", request.after().getFirst());
        }
        List<Row> rows =
                jdbc.sql(state.in(SELECT.formatted(KeyRow.COLUMNS, filter.join(), where.sql())))
                        .params(where.parameters())
                        .query((row, _) -> Row.read(row))
                        .list();
        Page<Row> page = Page.of(rows, request, row -> new String[] {row.id()});
        Map<String, ApiKeyView> views =
                used.of(page.items().stream().map(Row::key).toList(), state);
        return page.map(row -> row.view(Objects.requireNonNull(views.get(row.id()))));
    }

    private record Row(
            KeyRow key,
            @Nullable String username,
            @Nullable String userStatus,
            long ageDays,
            boolean expired) {

        static Row read(ResultSet row) throws SQLException {
            return new Row(
                    KeyRow.read(row),
                    row.getString("username"),
                    row.getString("user_status"),
                    row.getLong("age_days"),
                    row.getBoolean("expired"));
        }

        String id() {
            return key.key().keyId();
        }

        ListedKey view(ApiKeyView used) {
            return new ListedKey(key.workspace(), used, ageDays, expired, owner());
        }

        private ListedKey.@Nullable Owner owner() {
            UUID id = key.serviceUser();
            return username == null || userStatus == null
                    ? null
                    : new ListedKey.Owner(id, username, userStatus);
        }
    }
}
