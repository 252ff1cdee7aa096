package io.keyledger.query.apikey;

import io.keyledger.query.current.AsOf;
import io.keyledger.query.history.Columns;
import io.keyledger.query.personal.Resolved;

import org.jspecify.annotations.Nullable;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A key whose last use's address and user agent are still to be looked up. */
record KeyRow(
        UUID serviceUser,
        ApiKeyView key,
        @Nullable LastUsed last,
        @Nullable Long address,
        @Nullable Long userAgent) {

    /** Of a key's row {@code k} and, if it has one, the row of its usage {@code u}. */
    static final String COLUMNS =
            """
            k.id, k.service_user_id, k.name, k.status, k.created_at, k.secret_changed_at,
            k.overlap_until, k.expires_at, u.first_used_at, u.last_allowed_at, u.last_used_at,
            u.last_reason, u.last_permission, u.last_method, u.last_path, u.last_address,
            u.last_user_agent, coalesce(u.allowed, 0) AS allowed,
            coalesce(u.refused, 0) AS refused
            """;

    /** In the past its uses are left out, since they are counted up to now alone. */
    static KeyRow read(ResultSet row, AsOf state) throws SQLException {
        UUID serviceUser = row.getObject("service_user_id", UUID.class);
        if (state.isPast()) {
            return new KeyRow(serviceUser, key(row).withoutUses(), null, null, null);
        }
        return new KeyRow(
                serviceUser,
                key(row),
                row.getObject("last_used_at") == null ? null : last(row),
                row.getObject("last_address", Long.class),
                row.getObject("last_user_agent", Long.class));
    }

    /** References to personal values. */
    static Set<Long> refs(Collection<KeyRow> rows) {
        return rows.stream()
                .<@Nullable Long>flatMap(row -> Stream.of(row.address, row.userAgent))
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
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

    private static LastUsed last(ResultSet row) throws SQLException {
        String reason = row.getString("last_reason");
        return new LastUsed(
                Columns.instant(row, "last_used_at"),
                reason == null ? "allow" : "deny",
                reason,
                row.getString("last_permission"),
                row.getString("last_method"),
                row.getString("last_path"),
                null,
                null,
                false);
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
}
