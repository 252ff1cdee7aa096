package io.keyledger.query.projection;

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
