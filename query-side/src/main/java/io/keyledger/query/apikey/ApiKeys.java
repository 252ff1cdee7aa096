package io.keyledger.query.apikey;

import io.keyledger.query.current.Reads;
import io.keyledger.query.history.Columns;
import io.keyledger.query.personal.PersonalValues;
import io.keyledger.query.personal.Resolved;

import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import javax.sql.DataSource;

/** Finds the keys of service users. */
@Component
public class ApiKeys {

    private static final String SELECT =
            """
            SELECT k.id, k.service_user_id, k.name, k.status, k.created_at, k.secret_changed_at,
                   k.overlap_until, k.expires_at, u.first_used_at, u.last_allowed_at, u.last_used_at,
                   u.last_reason, u.last_permission, u.last_method, u.last_path, u.last_address,
                   u.last_user_agent, coalesce(u.allowed, 0) AS allowed,
                   coalesce(u.refused, 0) AS refused
              FROM views.api_key_v1 k
              LEFT JOIN views.key_usage_v1 u ON u.key_id = k.id
             WHERE k.service_user_id = ANY (:users) AND k.%s AND (:deleted OR k.status <> 'deleted')
             ORDER BY k.id
            """
                    .formatted(Reads.NOW);

    private final JdbcClient jdbc;
    private final PersonalValues personal;

    public ApiKeys(@Qualifier("queryDataSource") DataSource dataSource, PersonalValues personal) {
        this.jdbc = JdbcClient.create(dataSource);
        this.personal = personal;
    }

    /** Keys by service user, in the order they were generated; deleted ones on demand. */
    public Map<UUID, List<ApiKeyView>> of(Collection<UUID> serviceUsers, boolean withDeleted) {
        List<Row> rows =
                jdbc.sql(SELECT)
                        .param("users", serviceUsers.toArray(UUID[]::new))
                        .param("deleted", withDeleted)
                        .query((row, _) -> read(row))
                        .list();
        Resolved texts =
                personal.of(
                        rows.stream()
                                .flatMap(row -> Stream.of(row.refs()))
                                .filter(Objects::nonNull)
                                .collect(Collectors.toSet()));
        return rows.stream()
                .collect(
                        Collectors.groupingBy(
                                Row::serviceUser,
                                Collectors.mapping(row -> row.view(texts), Collectors.toList())));
    }

    private static Row read(ResultSet row) throws SQLException {
        LastUsed last =
                row.getObject("last_used_at") == null
                        ? null
                        : new LastUsed(
                                Columns.instant(row, "last_used_at"),
                                row.getString("last_reason") == null ? "allow" : "deny",
                                row.getString("last_reason"),
                                row.getString("last_permission"),
                                row.getString("last_method"),
                                row.getString("last_path"),
                                null,
                                null,
                                false);
        return new Row(
                row.getObject("service_user_id", UUID.class),
                key(row),
                last,
                row.getObject("last_address", Long.class),
                row.getObject("last_user_agent", Long.class));
    }

    private static ApiKeyView key(ResultSet row) throws SQLException {
        return new ApiKeyView(
                row.getString("id"),
                row.getString("name"),
                row.getString("status"),
                Columns.instant(row, "created_at"),
                Columns.instant(row, "secret_changed_at"),
                Columns.instantOrNull(row, "overlap_until"),
                Columns.instantOrNull(row, "expires_at"),
                Columns.instantOrNull(row, "first_used_at"),
                Columns.instantOrNull(row, "last_allowed_at"),
                null,
                row.getLong("allowed"),
                row.getLong("refused"));
    }

    private record Row(
            UUID serviceUser,
            ApiKeyView key,
            @Nullable LastUsed last,
            @Nullable Long address,
            @Nullable Long userAgent) {

        @Nullable Long[] refs() {
            return new @Nullable Long[] {address, userAgent};
        }

        ApiKeyView view(Resolved texts) {
            return last == null
                    ? key
                    : key.lastUsed(
                            last.from(
                                    texts.text(address),
                                    texts.text(userAgent),
                                    texts.anyErased(address, userAgent)));
        }
    }
}
