package io.keyledger.query.projection;

import io.keyledger.query.ledger.LedgerEntry;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

import java.sql.Connection;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The parked entries of one copy of a view. Changed under the lock of the view's position. */
public final class DeadLetters {

    private final JdbcClient jdbc;
    private final String view;
    private final ViewCopy copy;

    public DeadLetters(Connection connection, String view, ViewCopy copy) {
        this.jdbc = JdbcClient.create(new SingleConnectionDataSource(connection, true));
        this.view = view;
        this.copy = copy;
    }

    /** Those of the streams that are parked. */
    public Set<String> parkedOf(Collection<String> streams) {
        if (!any()) {
            return new HashSet<>();
        }
        return new HashSet<>(
                statement(
                                """
                                SELECT DISTINCT stream FROM query.dead_letter
                                 WHERE view = :view AND copy = :copy AND stream = ANY (:streams)
                                """)
                        .param("streams", streams.toArray(String[]::new))
                        .query(String.class)
                        .list());
    }

    /**
     * Parks an entry, or notes another attempt at one that is parked.
     *
     * @param cause why it failed, or null if it only stands behind one that did
     */
    public void park(LedgerEntry entry, @Nullable String cause) {
        statement(
                        """
                        INSERT INTO query.dead_letter
                               (view, copy, position, stream, workspace, type, cause, attempts)
                        VALUES (:view, :copy, :position, :stream, :workspace, :type, :cause, 1)
                        ON CONFLICT (view, copy, position) DO UPDATE
                           SET cause = excluded.cause, attempts = dead_letter.attempts + 1,
                               tried_at = clock_timestamp()
                        """)
                .param("position", entry.position())
                .param("stream", entry.stored().stream())
                .param("workspace", entry.stored().workspace())
                .param("type", entry.stored().type())
                .param("cause", cause)
                .update();
    }

    /** Positions of a stream's parked entries, the earliest first. */
    public List<Long> positionsOf(String stream, int limit) {
        return statement(
                        """
                        SELECT position FROM query.dead_letter
                         WHERE view = :view AND copy = :copy AND stream = :stream
                         ORDER BY position LIMIT :limit
                        """)
                .param("stream", stream)
                .param("limit", limit)
                .query((row, _) -> row.getLong(1))
                .list();
    }

    public void remove(long position) {
        statement(
                        "DELETE FROM query.dead_letter WHERE view = :view AND copy = :copy AND"
                                + " position = :position")
                .param("position", position)
                .update();
    }

    public void removeAll() {
        statement("DELETE FROM query.dead_letter WHERE view = :view AND copy = :copy").update();
    }

    /** All of them become the other copy's. */
    public void moveTo(ViewCopy other) {
        statement(
                        "UPDATE query.dead_letter SET copy = :other WHERE view = :view AND copy ="
                                + " :copy")
                .param("other", other.storedName())
                .update();
    }

    /** Whether an operator has let go of that entry should it fail. */
    public boolean mayBeSkipped(long position) {
        return jdbc.sql(
                        "SELECT EXISTS (SELECT FROM query.skipped_entry WHERE view = :view AND"
                                + " position = :at)")
                .param("view", view)
                .param("at", position)
                .query(Boolean.class)
                .single();
    }

    private boolean any() {
        return statement(
                        "SELECT EXISTS (SELECT FROM query.dead_letter WHERE view = :view AND copy ="
                                + " :copy)")
                .query(Boolean.class)
                .single();
    }

    private JdbcClient.StatementSpec statement(String sql) {
        return jdbc.sql(sql).param("view", view).param("copy", copy.storedName());
    }
}
