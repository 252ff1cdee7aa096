package io.keyledger.query.consistency;

import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import java.util.Set;

import javax.sql.DataSource;

/** How far views have come. Asked of the database, since any node may have brought them there. */
@Component
class ViewsAt {

    private final JdbcClient jdbc;

    ViewsAt(@Qualifier("queryDataSource") DataSource dataSource) {
        this.jdbc = JdbcClient.create(dataSource);
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
