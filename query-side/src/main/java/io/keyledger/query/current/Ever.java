package io.keyledger.query.current;

import io.keyledger.query.paging.Filters;

import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import java.util.UUID;

import javax.sql.DataSource;

/** Whether something was ever there: what was deleted is asked about as of then. */
@Component
public class Ever {

    private final JdbcClient jdbc;

    public Ever(@Qualifier("queryDataSource") DataSource dataSource) {
        this.jdbc = JdbcClient.create(dataSource);
    }

    /**
     * The id, if it is or was one of the workspace's.
     *
     * @throws io.keyledger.access.problem.ApiProblem 404 if not
     */
    public UUID require(Kind kind, String workspace, String id) {
        return Filters.id(id).filter(uuid -> is(kind, workspace, uuid)).orElseThrow(kind::unknown);
    }

    private boolean is(Kind kind, String workspace, UUID id) {
        return jdbc.sql(
                        "SELECT EXISTS (SELECT FROM %s WHERE id = :id AND workspace = :ws)"
                                .formatted(kind.ever()))
                .param("id", id)
                .param("ws", workspace)
                .query(Boolean.class)
                .single();
    }
}
