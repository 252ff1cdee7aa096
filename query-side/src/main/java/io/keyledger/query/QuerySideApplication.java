package io.keyledger.query;

import io.keyledger.access.service.NodeAutoConfiguration;
import io.keyledger.access.service.Service;
import io.keyledger.access.service.ServiceProperties;
import io.keyledger.access.service.Settings;
import io.keyledger.access.web.AccessWebConfiguration;

import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.WebApplicationType;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;

import java.util.Map;

import javax.sql.DataSource;

/** A query-side node. Any number of them share one database. */
@SpringBootConfiguration
@NodeAutoConfiguration
@Import({QuerySideConfiguration.class, AccessWebConfiguration.class})
public class QuerySideApplication {

    /** Settings come from the environment; arguments are not looked at. */
    public static void main(String[] arguments) {
        Service.orComplain(QuerySideApplication::start);
    }

    private static void start() {
        Settings settings = new Settings(System.getenv());
        Map<String, Object> properties = ServiceProperties.of(settings, "query", "keyledger_query");
        properties.put(
                "keyledger.checkpoint.directory",
                settings.path("KEYLEDGER_CHECKPOINT_FOLDER").toString());
        properties.put("spring.application.name", "keyledger-query-side");
        Service.start(QuerySideApplication.class, WebApplicationType.SERVLET, properties);
    }

    /** Callers are checked, and their use recorded, by the role of the query side. */
    @Bean(destroyMethod = "")
    DataSource gateDataSource(@Qualifier("queryDataSource") DataSource queryDataSource) {
        return queryDataSource;
    }
}
