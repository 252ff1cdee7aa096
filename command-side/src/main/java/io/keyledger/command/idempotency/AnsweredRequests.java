package io.keyledger.command.idempotency;

import io.keyledger.command.rule.Rejected;
import io.keyledger.command.rule.RejectionCode;

import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import java.security.MessageDigest;

/**
 * The rows of {@code access.answered_request}; all but pruning belongs in a command's transaction.
 */
@Component
public class AnsweredRequests {

    private static final String FIELD = "Idempotency-Key";
    private static final String FIND =
            """
            SELECT part, content_hash, status, version, token, location, body
              FROM access.answered_request WHERE request = :request
             ORDER BY part = :part DESC LIMIT 1
            """;
    private static final String KEEP =
            """
            INSERT INTO access.answered_request
                   (request, part, content_hash, status, version, token, location, body)
            VALUES (:request, :part, :content, :status, :version, :token, :location, :body)
            """;
    private static final String PRUNE =
            """
            DELETE FROM access.answered_request
             WHERE answered_at < clock_timestamp() - interval '24 hours'
            """;

    private final JdbcClient jdbc;

    AnsweredRequests(@Qualifier("commandJdbcClient") JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * What was answered to this request, or null when it is to be carried out now: until the
     * transaction ends, nobody else does.
     */
    public @Nullable StoredAnswer begin(RepeatableRequest request) {
        boolean locked =
                jdbc.sql("SELECT pg_try_advisory_xact_lock(?)")
                        .param(request.lock())
                        .query(Boolean.class)
                        .single();
        // A statement of its own: it sees what was committed before the lock was free.
        Found found = find(request);
        if (found != null && !MessageDigest.isEqual(found.content(), request.content())) {
            throw new Rejected(
                    RejectionCode.IDEMPOTENCY_KEY_REUSED,
                    "the key was used for another request",
                    FIELD);
        }
        if (found != null && found.part() == request.part()) {
            return found.answer();
        }
        if (!locked) {
            throw new Rejected(
                    RejectionCode.REQUEST_IN_PROGRESS,
                    "the first request with this key is still being carried out",
                    FIELD);
        }
        return null;
    }

    public void keep(RepeatableRequest request, StoredAnswer answer) {
        jdbc.sql(KEEP)
                .param("request", request.id())
                .param("part", request.part())
                .param("content", request.content())
                .param("status", answer.status())
                .param("version", answer.version())
                .param("token", answer.token())
                .param("location", answer.location())
                .param("body", answer.body())
                .update();
    }

    /** Forgets what was answered more than a day ago. */
    public void prune() {
        jdbc.sql(PRUNE).update();
    }

    private @Nullable Found find(RepeatableRequest request) {
        return jdbc.sql(FIND)
                .param("request", request.id())
                .param("part", request.part())
                .query(
                        (row, _) ->
                                new Found(
                                        row.getInt("part"),
                                        row.getBytes("content_hash"),
                                        new StoredAnswer(
                                                row.getInt("status"),
                                                row.getLong("version"),
                                                row.getString("token"),
                                                row.getString("location"),
                                                row.getString("body"))))
                .optional()
                .orElse(null);
    }

    private record Found(int part, byte[] content, StoredAnswer answer) {}
}
