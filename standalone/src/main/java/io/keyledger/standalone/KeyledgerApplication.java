package io.keyledger.standalone;

import io.keyledger.access.service.NodeAutoConfiguration;
import io.keyledger.access.web.AccessWebConfiguration;
import io.keyledger.client.Presence;
import io.keyledger.command.CommandSideConfiguration;
import io.keyledger.console.ConsoleMount;
import io.keyledger.console.ConsoleSettings;
import io.keyledger.console.Provider;
import io.keyledger.query.QuerySideConfiguration;
import io.keyledger.standalone.document.ApiDocumentation;

import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.core.env.Environment;

import javax.sql.DataSource;

/** Both sides in one process, their keys checked by one gate. */
@SpringBootConfiguration(proxyBeanMethods = false)
@NodeAutoConfiguration
@Import({
    AccessWebConfiguration.class,
    ApiDocumentation.class,
    CommandSideConfiguration.class,
    QuerySideConfiguration.class
})
public class KeyledgerApplication {

    /** Over the API of this very process. */
    @Bean
    ConsoleMount console(Environment environment) {
        return new ConsoleMount(
                new ConsoleSettings(
                        Presence.of(() -> OwnAddress.of(environment)),
                        Provider.of(environment::getProperty),
                        ConsoleSettings.exportBytes(environment::getProperty)));
    }

    @Bean(destroyMethod = "")
    DataSource gateDataSource(@Qualifier("commandDataSource") DataSource dataSource) {
        return dataSource;
    }
}
