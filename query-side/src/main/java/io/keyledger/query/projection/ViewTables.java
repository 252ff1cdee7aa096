package io.keyledger.query.projection;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

import java.sql.Connection;

/** The tables of one copy of a view, and the connection whose transaction changes them. */
public final class ViewTables {

    private final Connection connection;
    private final ViewCopy copy;
    private final JdbcClient jdbc;

    public ViewTables(Connection connection, ViewCopy copy) {
        this.connection = connection;
        this.copy = copy;
        this.jdbc = JdbcClient.create(new SingleConnectionDataSource(connection, true));
    }

    /** For batches and COPY. Neither committed nor closed by a projection. */
    public Connection connection() {
        return connection;
    }

    /** For single statements, in the same transaction. */
    public JdbcClient jdbc() {
        return jdbc;
    }

    /** A table's name with its schema. */
    public String qualified(String table) {
        return copy.schema() + "." + table;
    }
}
