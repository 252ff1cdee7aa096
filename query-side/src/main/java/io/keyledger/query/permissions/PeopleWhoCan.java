package io.keyledger.query.permissions;

import io.keyledger.query.consistency.ViewsAt;
import io.keyledger.query.current.AsOf;
import io.keyledger.query.current.PeopleRows;
import io.keyledger.query.paging.Conditions;
import io.keyledger.query.paging.PageRequest;
import io.keyledger.query.permissions.WhoCan.Among;
import io.keyledger.shared.permission.Permission;

import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import java.util.List;
import java.util.UUID;

import javax.sql.DataSource;

/** Finds the people that hold a permission at a position, by their groups. */
@Component
class PeopleWhoCan {

    private static final String SELECT =
            """
            WITH u AS (%s)
            SELECT u.id, u.workspace, u.name FROM u WHERE u.grouped AND %s
             ORDER BY %s LIMIT :fetch
            """;

    private final JdbcClient jdbc;

    PeopleWhoCan(@Qualifier("queryDataSource") DataSource dataSource) {
        this.jdbc = JdbcClient.create(dataSource);
    }

    /** Those behind the request's cursor, one more than it asks for. */
    List<Can> of(Among among, Permission permission, ViewsAt.Moment moment, PageRequest request) {
        AsOf state = new AsOf(moment);
        Conditions where =
                CanOrder.peopleAfter(request, state.bind(new Conditions()))
                        .and("u.id = :person", "person", among.person());
        if (among.workspace() != null) {
            where.set("ws", among.workspace());
        }
        PeopleRows.holding(permission, "u", where, state);
        String rows = PeopleRows.of(among.workspace(), state);
        return jdbc.sql(SELECT.formatted(rows, where.sql(), CanOrder.PEOPLE))
                .params(where.parameters())
                .query(
                        (row, _) ->
                                Can.person(
                                        row.getObject("id", UUID.class),
                                        row.getString("workspace"),
                                        row.getString("name")))
                .list();
    }
}
