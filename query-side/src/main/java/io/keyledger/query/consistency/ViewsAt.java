package io.keyledger.query.consistency;

import io.keyledger.query.history.Columns;

import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import java.time.Instant;
import java.util.Set;

import javax.sql.DataSource;

/** How far views have come. Asked of the database, since any node may have brought them there. */
@Component
public class ViewsAt {

    private final JdbcClient jdbc;

    ViewsAt(@Qualifier("queryDataSource") DataSource dataSource) {
        this.jdbc = JdbcClient.create(dataSource);
    }

    /** A time and a position that views had come to then, both of the database. */
    public record Moment(Instant at, long position) {}

    /** Where all of those views are now, at 0 before the first entry of one of them. */
    public Moment now(Set<String> views) {
        return jdbc.sql(
                        """
                        SELECT clock_timestamp() AS at,
                               CASE WHEN count(*) = :views THEN min(position) ELSE 0 END AS position
                          FROM query.view_position WHERE view = ANY (:named) AND copy = 'live'
                        """)
                .param("views", views.size())
                .param("named", views.toArray(String[]::new))
                .query((row, _) -> new Moment(Columns.instant(row, "at"), row.getLong("position")))
                .single();
    }

    boolean haveReached(Set<String> views, long position) {
        return views.size()
                == jdbc.sql(
                                """
                                SELECT count(*) FROM query.view_position
                                 WHERE copy = 'live' AND view = ANY (:views)
                                   AND position >= :position
                                """)
                        .param("views", views.toArray(String[]::new))
                        .param("position", position)
                        .query(Long.class)
                        .single();
    }
}
