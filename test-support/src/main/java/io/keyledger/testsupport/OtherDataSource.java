package io.keyledger.testsupport;

import java.io.PrintWriter;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.util.logging.Logger;

import javax.sql.DataSource;

/** All of a data source but the way its connections are come by. */
abstract class OtherDataSource implements DataSource {

    private final DataSource opened;

    OtherDataSource(DataSource opened) {
        this.opened = opened;
    }

    final DataSource opened() {
        return opened;
    }

    @Override
    public Connection getConnection(String user, String password) throws SQLException {
        return opened.getConnection(user, password);
    }

    @Override
    public PrintWriter getLogWriter() throws SQLException {
        return opened.getLogWriter();
    }

    @Override
    public void setLogWriter(PrintWriter out) throws SQLException {
        opened.setLogWriter(out);
    }

    @Override
    public void setLoginTimeout(int seconds) throws SQLException {
        opened.setLoginTimeout(seconds);
    }

    @Override
    public int getLoginTimeout() throws SQLException {
        return opened.getLoginTimeout();
    }

    @Override
    public Logger getParentLogger() throws SQLFeatureNotSupportedException {
        return opened.getParentLogger();
    }

    @Override
    public <T> T unwrap(Class<T> type) throws SQLException {
        return opened.unwrap(type);
    }

    @Override
    public boolean isWrapperFor(Class<?> type) throws SQLException {
        return opened.isWrapperFor(type);
    }
}
