package io.keyledger.command;

import io.keyledger.access.quota.QuotaPruner;
import io.keyledger.access.state.AccessChangePruner;
import io.keyledger.shared.id.IdGenerator;
import io.keyledger.shared.id.UuidV7;

import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.ComponentScan.Filter;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.FilterType;

import java.security.SecureRandom;
import java.time.Clock;

import javax.sql.DataSource;

/** The whole command side, for an application of its own or as a part of another. */
@Configuration(proxyBeanMethods = false)
@ComponentScan(
        excludeFilters =
                @Filter(type = FilterType.ASSIGNABLE_TYPE, classes = CommandSideApplication.class))
public class CommandSideConfiguration {

    @Bean
    Clock commandClock() {
        return Clock.systemUTC();
    }

    @Bean
    IdGenerator commandIds(Clock commandClock) {
        return new UuidV7(commandClock, new SecureRandom());
    }

    @Bean
    AccessChangePruner accessChangePruner(@Qualifier("commandDataSource") DataSource dataSource) {
        return new AccessChangePruner(dataSource);
    }

    @Bean
    QuotaPruner quotaPruner(@Qualifier("commandDataSource") DataSource dataSource) {
        return new QuotaPruner(dataSource);
    }
}
