package io.keyledger.query.platform;

import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;

import java.sql.Connection;
import java.sql.SQLException;

import javax.sql.DataSource;

/** Transactions of the loops, on plain JDBC: they need savepoints, COPY and DDL. */
@Component
public class Transactions {

    private final DataSource dataSource;

    public Transactions(@Qualifier("queryDataSource") DataSource dataSource) {
        this.dataSource = dataSource;
    }

    /** Work in a transaction, which is committed unless the work throws. */
    @FunctionalInterface
    public interface Work<T> {
        T in(Connection connection) throws SQLException;
    }

    /** Each statement sees what was committed before it. */
    public <T> T run(Work<T> work) throws SQLException {
        return run(Connection.TRANSACTION_READ_COMMITTED, work);
    }

    /** All statements see what was committed before the first. */
    public <T> T inOneSnapshot(Work<T> work) throws SQLException {
        return run(Connection.TRANSACTION_REPEATABLE_READ, work);
    }

    private <T> T run(int isolation, Work<T> work) throws SQLException {
        try (Connection connection = dataSource.getConnection()) {
            connection.setTransactionIsolation(isolation);
            connection.setAutoCommit(false);
            boolean done = false;
            try {
                T result = work.in(connection);
                connection.commit();
                done = true;
                return result;
            } finally {
                end(connection, done);
            }
        }
    }

    private static void end(Connection connection, boolean done) throws SQLException {
        try {
            if (!done) {
                connection.rollback();
            }
        } finally {
            if (!connection.isClosed()) {
                connection.setAutoCommit(true);
                connection.setTransactionIsolation(Connection.TRANSACTION_READ_COMMITTED);
            }
        }
    }
}
