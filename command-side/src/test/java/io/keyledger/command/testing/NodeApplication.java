package io.keyledger.command.testing;

import io.keyledger.access.service.NodeAutoConfiguration;
import io.keyledger.access.web.AccessWebConfiguration;
import io.keyledger.command.CommandSideConfiguration;

import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;

import javax.sql.DataSource;

/** The command side alone. It bears no stereotype, or the command side's own scan would find it. */
@NodeAutoConfiguration
@Import({AccessWebConfiguration.class, CommandSideConfiguration.class})
class NodeApplication {

    @Bean(destroyMethod = "")
    DataSource gateDataSource(@Qualifier("commandDataSource") DataSource dataSource) {
        return dataSource;
    }
}
