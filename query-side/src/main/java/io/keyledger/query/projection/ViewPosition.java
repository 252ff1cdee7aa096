package io.keyledger.query.projection;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

import java.sql.Connection;
import java.util.Optional;

/**
 * The position up to which a copy of a view has followed the ledger. Whoever holds its lock is the
 * only one to change the copy's tables.
 */
public final class ViewPosition {

    private final JdbcClient jdbc;
    private final String view;
    private final ViewCopy copy;

    public ViewPosition(Connection connection, String view, ViewCopy copy) {
        this.jdbc = JdbcClient.create(new SingleConnectionDataSource(connection, true));
        this.view = view;
        this.copy = copy;
    }

    /** A copy that nothing has been applied to. One that is there stays as it is. */
    public void startIfAbsent() {
        statement("INSERT INTO query.view_position VALUES (:view, :copy, 0) ON CONFLICT DO NOTHING")
                .update();
    }

    /**
     * Where a copy and the ledger stand.
     *
     * @param position none if the copy was never started
     * @param head the position of the last entry that is committed, 0 if there is none
     */
    record Standing(@Nullable Long position, long head) {}

    /** Both, without a lock. */
    Standing standing() {
        return statement(
                        "SELECT p.position, h.position AS head FROM ledger.head h LEFT JOIN"
                                + " query.view_position p ON p.view = :view AND p.copy = :copy")
                .query(Standing.class)
                .single();
    }

    /** The position, without a lock. */
    public Optional<Long> read() {
        return statement(
                        "SELECT position FROM query.view_position WHERE view = :view AND copy ="
                                + " :copy")
                .query(Long.class)
                .optional();
    }

    /** The position, locked to the end of the transaction. */
    public Optional<Long> lock() {
        return locked("FOR UPDATE");
    }

    /** The position, locked, or nothing if somebody else holds the lock. */
    public Optional<Long> tryLock() {
        return locked("FOR UPDATE SKIP LOCKED");
    }

    public void moveTo(long position) {
        statement(
                        "UPDATE query.view_position SET position = :position WHERE view = :view AND"
                                + " copy = :copy")
                .param("position", position)
                .update();
    }

    public void remove() {
        statement("DELETE FROM query.view_position WHERE view = :view AND copy = :copy").update();
    }

    private Optional<Long> locked(String lock) {
        return statement(
                        "SELECT position FROM query.view_position WHERE view = :view AND copy ="
                                + " :copy "
                                + lock)
                .query(Long.class)
                .optional();
    }

    private JdbcClient.StatementSpec statement(String sql) {
        return jdbc.sql(sql).param("view", view).param("copy", copy.storedName());
    }
}
