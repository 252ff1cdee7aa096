package io.keyledger.query;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where the query side finds its database, as role {@code keyledger_query}.
 *
 * @param poolSize connections at most; views and sequencer hold one each while they work
 */
@ConfigurationProperties("keyledger.datasource.query")
record QueryDatabaseProperties(
        String url, String username, String password, @DefaultValue("20") int poolSize) {}
