package io.keyledger.command.platform;

import com.zaxxer.hikari.HikariDataSource;

import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.PlatformTransactionManager;

import java.time.Duration;

import javax.sql.DataSource;

/** Connections and transactions of the command side, all under qualified names. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(CommandDatabaseProperties.class)
class CommandDatabase {

    @Bean
    HikariDataSource commandDataSource(CommandDatabaseProperties properties) {
        HikariDataSource pool = new HikariDataSource();
        pool.setPoolName("command");
        pool.setJdbcUrl(properties.url());
        pool.setUsername(properties.username());
        pool.setPassword(properties.password());
        pool.setMaximumPoolSize(properties.poolSize());
        pool.setConnectionTimeout(Duration.ofSeconds(5).toMillis());
        pool.addDataSourceProperty("ApplicationName", "keyledger command");
        pool.addDataSourceProperty("reWriteBatchedInserts", "true");
        pool.addDataSourceProperty("tcpKeepAlive", "true");
        return pool;
    }

    @Bean
    PlatformTransactionManager commandTransactionManager(
            @Qualifier("commandDataSource") DataSource dataSource) {
        return new JdbcTransactionManager(dataSource);
    }

    @Bean
    JdbcClient commandJdbcClient(@Qualifier("commandDataSource") DataSource dataSource) {
        return JdbcClient.create(dataSource);
    }
}
