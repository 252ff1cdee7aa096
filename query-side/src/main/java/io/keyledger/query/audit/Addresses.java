package io.keyledger.query.audit;

import io.keyledger.query.paging.Conditions;

import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import java.util.Set;
import java.util.stream.Collectors;

import javax.sql.DataSource;

/** Which references are to source addresses of a network. Erased ones are in none. */
@Component
class Addresses {

    private final JdbcClient jdbc;

    Addresses(@Qualifier("queryDataSource") DataSource dataSource) {
        this.jdbc = JdbcClient.create(dataSource);
    }

    /** Of one workspace's dictionary, or of all. */
    Set<Long> in(@Nullable String workspace, String network) {
        Conditions where =
                new Conditions()
                        .and("kind = 'address'")
                        .and("workspace = :ws", "ws", workspace)
                        .and(
                                "CASE WHEN pg_input_is_valid(value, 'inet')"
                                        + " THEN value::inet <<= :network::inet ELSE false END",
                                "network",
                                network);
        return jdbc
                .sql("SELECT id FROM store.personal_value WHERE " + where.sql())
                .params(where.parameters())
                .query(Long.class)
                .list()
                .stream()
                .collect(Collectors.toSet());
    }
}
