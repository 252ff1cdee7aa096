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

    /** A time and a view's position then, both of the database. */
    public record Moment(Instant at, long position) {}

    /** Where that view is now, at 0 before its first entry. */
    public Moment now(String view) {
        return jdbc.sql(
                        """
                        SELECT clock_timestamp() AS at, coalesce(max(position), 0) AS position
                          FROM query.view_position WHERE view = :view AND copy = 'live'
                        """)
                .param("view", view)
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
