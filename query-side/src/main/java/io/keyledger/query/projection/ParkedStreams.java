package io.keyledger.query.projection;

import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import java.util.Collection;
import java.util.Set;

import javax.sql.DataSource;

/** Which streams a view does not follow at the moment, for answers to say so. */
@Component
public class ParkedStreams {

    private final JdbcClient jdbc;

    public ParkedStreams(@Qualifier("queryDataSource") DataSource dataSource) {
        this.jdbc = JdbcClient.create(dataSource);
    }

    public boolean isParked(String view, String stream) {
        return !parkedOf(view, Set.of(stream)).isEmpty();
    }

    /** Those of the given streams that the live view does not follow. */
    public Set<String> parkedOf(String view, Collection<String> streams) {
        if (streams.isEmpty()) {
            return Set.of();
        }
        return Set.copyOf(
                jdbc.sql(
                                """
                                SELECT DISTINCT stream FROM query.dead_letter
                                 WHERE view = :view AND copy = 'live' AND stream = ANY (:streams)
                                """)
                        .param("view", view)
                        .param("streams", streams.toArray(String[]::new))
                        .query(String.class)
                        .list());
    }
}
