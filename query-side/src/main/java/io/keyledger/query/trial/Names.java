package io.keyledger.query.trial;

import io.keyledger.query.current.Kind;
import io.keyledger.query.current.Named;

import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

import javax.sql.DataSource;

/** What roles and groups are called, which nothing is decided by; the last name that is known. */
@Component
class Names {

    private static final String SELECT =
            "SELECT DISTINCT ON (id) id, name FROM views.%s WHERE id = ANY (:ids)"
                    + " ORDER BY id, valid_from DESC";

    private final JdbcClient jdbc;

    Names(@Qualifier("queryDataSource") DataSource dataSource) {
        this.jdbc = JdbcClient.create(dataSource);
    }

    /** Some things of a kind; one that no view has yet is called by its id. */
    record Of(Map<UUID, String> known) {

        Named of(UUID id) {
            return new Named(id, known.getOrDefault(id, id.toString()));
        }
    }

    Of of(Kind kind, Collection<UUID> ids) {
        if (ids.isEmpty()) {
            return new Of(Map.of());
        }
        return new Of(
                jdbc
                        .sql(SELECT.formatted(kind.table()))
                        .param("ids", ids.toArray(UUID[]::new))
                        .query(
                                (row, _) ->
                                        new Named(
                                                row.getObject("id", UUID.class),
                                                row.getString("name")))
                        .list()
                        .stream()
                        .collect(Collectors.toMap(Named::id, Named::name)));
    }
}
