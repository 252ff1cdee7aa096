package io.keyledger.query;

import io.keyledger.access.web.AccessWebConfiguration;

import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;

import java.util.Map;

import javax.sql.DataSource;

/** A query-side node. Any number of them share one database. */
@SpringBootConfiguration
@EnableAutoConfiguration(
        excludeName = {
            "org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration",
            "org.springframework.boot.hibernate.autoconfigure.HibernateJpaAutoConfiguration",
            "org.springframework.boot.data.jpa.autoconfigure.DataJpaRepositoriesAutoConfiguration"
        })
@Import({QuerySideConfiguration.class, AccessWebConfiguration.class})
public class QuerySideApplication {

    public static void main(String[] arguments) {
        SpringApplication application = new SpringApplication(QuerySideApplication.class);
        application.setDefaultProperties(
                Map.of(
                        "spring.threads.virtual.enabled", "true",
                        "server.shutdown", "graceful",
                        "logging.config", "classpath:io/keyledger/access/log/service.xml",
                        "spring.application.name", "keyledger-query-side",
                        "spring.main.banner-mode", "off"));
        application.run(arguments);
    }

    /** Callers are checked, and their use recorded, by the role of the query side. */
    @Bean(destroyMethod = "")
    DataSource gateDataSource(@Qualifier("queryDataSource") DataSource queryDataSource) {
        return queryDataSource;
    }
}
