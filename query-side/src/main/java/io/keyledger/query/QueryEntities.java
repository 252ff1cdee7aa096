package io.keyledger.query;

import jakarta.persistence.EntityManagerFactory;

import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.io.ResourceLoader;
import org.springframework.core.task.SimpleAsyncTaskExecutor;
import org.springframework.data.jpa.repository.config.EnableJpaRepositories;
import org.springframework.data.repository.config.BootstrapMode;
import org.springframework.orm.jpa.JpaTransactionManager;
import org.springframework.orm.jpa.LocalContainerEntityManagerFactoryBean;
import org.springframework.orm.jpa.persistenceunit.PersistenceManagedTypes;
import org.springframework.orm.jpa.persistenceunit.PersistenceManagedTypesScanner;
import org.springframework.orm.jpa.vendor.HibernateJpaVendorAdapter;
import org.springframework.transaction.PlatformTransactionManager;

import java.util.Map;

import javax.sql.DataSource;

/**
 * Entities, their repositories, and transactions. The entities' tables and columns are compared
 * with the database before anything is served.
 */
@Configuration(proxyBeanMethods = false)
@EnableJpaRepositories(
        entityManagerFactoryRef = "queryEntityManagerFactory",
        transactionManagerRef = "queryTransactionManager",
        // Made when first used, not while the node starts.
        bootstrapMode = BootstrapMode.LAZY)
class QueryEntities {

    private static final Map<String, String> PROPERTIES =
            Map.of(
                    "hibernate.hbm2ddl.auto", "validate",
                    "hibernate.physical_naming_strategy",
                            "org.hibernate.boot.model.naming.PhysicalNamingStrategySnakeCaseImpl",
                    "hibernate.jdbc.time_zone", "UTC",
                    // Messages of the database quote values.
                    "hibernate.jdbc.log.errors", "false",
                    "hibernate.jdbc.log.warnings", "false");

    /** A bean, for then they are looked for ahead of time where parts are determined so. */
    @Bean
    static PersistenceManagedTypes queryManagedTypes(ResourceLoader resources) {
        return new PersistenceManagedTypesScanner(resources).scan("io.keyledger.query");
    }

    @Bean
    LocalContainerEntityManagerFactoryBean queryEntityManagerFactory(
            @Qualifier("queryDataSource") DataSource dataSource,
            PersistenceManagedTypes managedTypes) {
        LocalContainerEntityManagerFactoryBean factory =
                new LocalContainerEntityManagerFactoryBean();
        factory.setDataSource(dataSource);
        factory.setPersistenceUnitName("query");
        factory.setManagedTypes(managedTypes);
        factory.setJpaVendorAdapter(new HibernateJpaVendorAdapter());
        factory.setJpaPropertyMap(PROPERTIES);
        // Beside the other beans; Spring waits for it before it starts anything.
        factory.setBootstrapExecutor(new SimpleAsyncTaskExecutor("entities-"));
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
