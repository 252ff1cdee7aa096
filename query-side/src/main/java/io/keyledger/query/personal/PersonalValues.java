package io.keyledger.query.personal;

import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;

import javax.sql.DataSource;

/** Reads personal values, all of a page at once. */
@Component
public class PersonalValues {

    private final JdbcClient jdbc;

    public PersonalValues(@Qualifier("queryDataSource") DataSource dataSource) {
        this.jdbc = JdbcClient.create(dataSource);
    }

    public Resolved of(Set<Long> refs) {
        Map<Long, String> texts = new HashMap<>();
        if (!refs.isEmpty()) {
            jdbc.sql(
                            "SELECT id, value FROM store.personal_value"
                                    + " WHERE id = ANY (:refs) AND value IS NOT NULL")
                    .param("refs", refs.toArray(Long[]::new))
                    .query(
                            row -> {
                                texts.put(row.getLong("id"), row.getString("value"));
                            });
        }
        return new Resolved(texts);
    }
}
