package io.keyledger.query.permissions;

import io.keyledger.query.current.Ever;
import io.keyledger.query.current.Kind;
import io.keyledger.query.current.Reads;
import io.keyledger.query.current.UnknownServiceUser;
import io.keyledger.query.directory.Status;
import io.keyledger.query.history.Columns;
import io.keyledger.query.paging.Filters;

import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.UUID;

import javax.sql.DataSource;

/** Whether something was there at all at a moment, and active. */
@Component
class Standing {

    private static final String SELECT =
            """
            SELECT s.status, s.expires_at
              FROM (SELECT DISTINCT id FROM views.service_user_v1
                     WHERE id = :id AND workspace = :ws) u
              LEFT JOIN views.service_user_v1 s ON s.id = u.id
               AND s.valid_from <= :position AND s.valid_to > :position
            """;

    private static final String STATUS =
            """
            SELECT coalesce((SELECT %2$s FROM views.%1$s t WHERE t.id = :id AND %3$s),
                            (SELECT CASE WHEN min(t.valid_from) > :position THEN 'not-created'
                                         ELSE 'deleted' END
                               FROM views.%1$s t WHERE t.id = :id))
            """;

    private final JdbcClient jdbc;
    private final Ever ever;

    Standing(@Qualifier("queryDataSource") DataSource dataSource, Ever ever) {
        this.jdbc = JdbcClient.create(dataSource);
        this.ever = ever;
    }

    /** Something that exists now or did, and why it was inactive then, if it was. */
    record Of(UUID id, @Nullable String inactive) {}

    Of of(String workspace, String id, long position, Instant at) {
        return Filters.id(id)
                .flatMap(
                        uuid ->
                                jdbc.sql(SELECT)
                                        .param("id", uuid)
                                        .param("ws", workspace)
                                        .param("position", position)
                                        .query((row, _) -> new Of(uuid, inactive(row, at)))
                                        .optional())
                .orElseThrow(UnknownServiceUser::problem);
    }

    /** Of what is there, or was; a security policy is active while it is enabled. */
    Of of(Kind kind, String workspace, String id, long position) {
        UUID known = ever.require(kind, workspace, id);
        String state = kind == Kind.SECURITY_POLICY ? "t.state" : "'enabled'";
        String status =
                jdbc.sql(STATUS.formatted(kind.table(), state, Reads.at("t")))
                        .param("id", known)
                        .param("position", position)
                        .query(String.class)
                        .single();
        return new Of(known, status.equals(Status.ENABLED) ? null : status);
    }

    private static @Nullable String inactive(ResultSet row, Instant at) throws SQLException {
        String status = row.getString("status");
        if (status == null) {
            return "not-created";
        }
        if (!status.equals(Status.ENABLED)) {
            return status;
        }
        Instant expiresAt = Columns.instantOrNull(row, "expires_at");
        return expiresAt == null || expiresAt.isAfter(at) ? null : "expired";
    }
}
