package io.keyledger.query.platform;

import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

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
        try (Connection connection = dataSource.getConnection()) {
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

    /** All statements see what was committed before the first. */
    public <T> T inOneSnapshot(Work<T> work) throws SQLException {
        return run(
                connection -> {
                    takeOneSnapshot(connection);
                    return work.in(connection);
                });
    }

    /** A look at something: each statement is a transaction of its own. */
    public <T> T look(Work<T> work) throws SQLException {
        try (Connection connection = dataSource.getConnection()) {
            return work.in(connection);
        }
    }

    /** Of this transaction only, so that it need not be taken back. */
    private static void takeOneSnapshot(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ");
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
            }
        }
    }
}
