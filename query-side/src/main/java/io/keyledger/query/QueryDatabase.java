package io.keyledger.query;

import com.zaxxer.hikari.HikariDataSource;

import jakarta.persistence.EntityManagerFactory;

import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.orm.jpa.JpaTransactionManager;
import org.springframework.orm.jpa.LocalContainerEntityManagerFactoryBean;
import org.springframework.orm.jpa.vendor.HibernateJpaVendorAdapter;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.EnableTransactionManagement;

import java.time.Duration;
import java.util.Map;

import javax.sql.DataSource;

/** Connections, transactions and entities of the query side, all under qualified names. */
@Configuration(proxyBeanMethods = false)
@EnableTransactionManagement
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

    @Bean
    LocalContainerEntityManagerFactoryBean queryEntityManagerFactory(
            @Qualifier("queryDataSource") DataSource dataSource) {
        LocalContainerEntityManagerFactoryBean factory =
                new LocalContainerEntityManagerFactoryBean();
        factory.setDataSource(dataSource);
        factory.setPersistenceUnitName("query");
        factory.setPackagesToScan("io.keyledger.query");
        factory.setJpaVendorAdapter(new HibernateJpaVendorAdapter());
        factory.setJpaPropertyMap(
                Map.of(
                        "hibernate.hbm2ddl.auto", "validate",
                        "hibernate.default_schema", "views",
                        "hibernate.jdbc.time_zone", "UTC"));
        return factory;
    }

    @Bean
    PlatformTransactionManager queryTransactionManager(
            @Qualifier("queryEntityManagerFactory") EntityManagerFactory entities,
            @Qualifier("queryDataSource") DataSource dataSource) {
        JpaTransactionManager transactions = new JpaTransactionManager(entities);
        transactions.setDataSource(dataSource);
        return transactions;
    }
}
