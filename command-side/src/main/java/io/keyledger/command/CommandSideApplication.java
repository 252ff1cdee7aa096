package io.keyledger.command;

import io.keyledger.access.service.NodeAutoConfiguration;
import io.keyledger.access.service.Service;
import io.keyledger.access.service.ServiceProperties;
import io.keyledger.access.service.Settings;
import io.keyledger.access.service.WrongSetting;
import io.keyledger.access.web.AccessWebConfiguration;
import io.keyledger.command.bootstrap.RecoverAdmin;
import io.keyledger.command.migrate.Migrate;

import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.WebApplicationType;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;

import java.util.List;
import java.util.Map;

import javax.sql.DataSource;

/**
 * A command-side node, or one of the steps that are done once. Any number of them share one
 * database.
 */
@SpringBootConfiguration(proxyBeanMethods = false)
@NodeAutoConfiguration
@Import({CommandSideConfiguration.class, AccessWebConfiguration.class})
public class CommandSideApplication {

    /** Settings come from the environment; the only argument names a step other than serving. */
    public static void main(String[] arguments) {
        Settings settings = new Settings(System.getenv());
        Service.orComplain(() -> run(List.of(arguments), settings));
    }

    private static void run(List<String> arguments, Settings settings) {
        switch (String.join(" ", arguments)) {
            case "" -> start(WebApplicationType.SERVLET, settings);
            case "migrate" -> {
                Service.logsLikeOne();
                Migrate.run(settings);
            }
            case "recover-admin" -> recoverAdmin(settings);
            default -> throw new WrongSetting("The argument is neither migrate nor recover-admin.");
        }
    }

    private static void recoverAdmin(Settings settings) {
        try (ConfigurableApplicationContext node = start(WebApplicationType.NONE, settings)) {
            System.out.println(node.getBean(RecoverAdmin.class).recover().sentence());
        }
    }

    private static ConfigurableApplicationContext start(WebApplicationType web, Settings settings) {
        Map<String, Object> properties =
                ServiceProperties.of(settings, "command", "keyledger_command");
        properties.put("spring.application.name", "keyledger-command-side");
        properties.put("axon.update-check.disabled", true);
        properties.put(
                "keyledger.data-directory", settings.path("KEYLEDGER_KEY_FOLDER").toString());
        return Service.start(CommandSideApplication.class, web, properties);
    }

    @Bean(destroyMethod = "")
    DataSource gateDataSource(@Qualifier("commandDataSource") DataSource commandDataSource) {
        return commandDataSource;
    }
}
