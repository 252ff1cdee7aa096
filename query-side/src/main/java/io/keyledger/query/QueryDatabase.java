package io.keyledger.query;

import com.zaxxer.hikari.HikariDataSource;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import java.time.Duration;

/** The query side's connections, under a qualified name. */
@Configuration(proxyBeanMethods = false)
class QueryDatabase {

    @Bean
    HikariDataSource queryDataSource(QueryDatabaseProperties properties) {
        HikariDataSource pool = new HikariDataSource();
        pool.setPoolName("query");
        pool.setJdbcUrl(properties.url());
        pool.setUsername(properties.username());
        pool.setPassword(properties.password());
        pool.setMaximumPoolSize(properties.poolSize());
        pool.setConnectionTimeout(Duration.ofSeconds(5).toMillis());
        pool.setKeepaliveTime(Duration.ofMinutes(1).toMillis());
        pool.addDataSourceProperty("ApplicationName", "keyledger query");
        pool.addDataSourceProperty("reWriteBatchedInserts", "true");
        pool.addDataSourceProperty("tcpKeepAlive", "true");
        return pool;
    }
}
