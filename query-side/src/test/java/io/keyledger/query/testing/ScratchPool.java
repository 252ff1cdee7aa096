package io.keyledger.query.testing;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;

import javax.sql.DataSource;

/**
 * Connections to a scratch database that are used again: signing in takes longer than most queries.
 * They end with the database.
 */
public final class ScratchPool {

    private static final int MOST = 4;

    private ScratchPool() {}

    public static DataSource of(DataSource scratch) {
        HikariConfig config = new HikariConfig();
        config.setDataSource(scratch);
        config.setMaximumPoolSize(MOST);
        config.setMinimumIdle(0);
        return new HikariDataSource(config);
    }
}
