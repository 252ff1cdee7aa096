package io.keyledger.query.permissions;

import io.keyledger.query.consistency.ViewsAt;
import io.keyledger.query.current.Ever;
import io.keyledger.query.current.Kind;
import io.keyledger.query.current.Reads;
import io.keyledger.query.directory.Status;
import io.keyledger.query.history.Columns;

import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import java.util.UUID;

import javax.sql.DataSource;

/** Whether something was there at all at a moment, and active. */
@Component
class Standing {

    private static final String STATUS =
            """
            SELECT coalesce((SELECT %2$s FROM views.%1$s t WHERE t.id = :id AND %3$s),
                            (SELECT CASE WHEN min(t.valid_from) > :position THEN 'not-created'
                                         ELSE 'deleted' END
                               FROM views.%1$s t WHERE t.id = :id))
            """;

    /** A person is there in a workspace from its first group on, and in system from the start. */
    private static final String PERSON =
            """
            CASE WHEN :ws <> 'system' AND NOT EXISTS (
                      SELECT FROM views.person_group_v1 l
                       WHERE l.person_id = t.id AND l.workspace = :ws
                         AND l.valid_from <= :position) THEN 'not-created'
                 WHEN :ws <> 'system' AND NOT EXISTS (
                      SELECT FROM views.person_group_v1 l
                        JOIN views.user_group_v1 g ON g.id = l.group_id AND %2$s
                       WHERE l.person_id = t.id AND l.workspace = :ws AND %1$s) THEN 'left'
                 ELSE t.status END"""
                    .formatted(Reads.at("l"), Reads.at("g"));

    private final JdbcClient jdbc;
    private final Ever ever;

    Standing(@Qualifier("queryDataSource") DataSource dataSource, Ever ever) {
        this.jdbc = JdbcClient.create(dataSource);
        this.ever = ever;
    }

    /** Something that exists now or did, and why it was inactive then, if it was. */
    record Of(UUID id, @Nullable String inactive) {}

    Of of(Kind kind, String workspace, String id, ViewsAt.Moment moment) {
        UUID known = ever.require(kind, workspace, id);
        String sql = STATUS.formatted(kind.table(), statusOf(kind), Reads.at("t"));
        String status =
                jdbc.sql(sql)
                        .param("id", known)
                        .param("ws", workspace)
                        .param("at", Columns.atUtc(moment.at()))
                        .param("position", moment.position())
                        .query(String.class)
                        .single();
        return new Of(known, status.equals(Status.ENABLED) ? null : status);
    }

    private static String statusOf(Kind kind) {
        return switch (kind) {
            case SERVICE_USER ->
                    "CASE WHEN t.status = 'enabled' AND t.expires_at <= :at THEN 'expired'"
                            + " ELSE t.status END";
            case PERSON -> PERSON;
            case SECURITY_POLICY -> "t.state";
            case ROLE, USER_GROUP, API, API_ROUTE -> "'enabled'";
        };
    }
}
