package io.keyledger.query.person;

import io.keyledger.query.current.AsOf;
import io.keyledger.query.current.Kind;
import io.keyledger.query.current.PeopleRows;
import io.keyledger.query.history.Columns;
import io.keyledger.query.paging.Conditions;
import io.keyledger.query.paging.CountView;
import io.keyledger.query.paging.Filters;
import io.keyledger.query.paging.ListOrder;
import io.keyledger.query.paging.Page;
import io.keyledger.query.paging.PageRequest;
import io.keyledger.query.people.PeopleProjection;
import io.keyledger.query.projection.ParkedStreams;

import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import java.util.UUID;

import javax.sql.DataSource;

/** Finds people. */
@Component
class People {

    private static final String SELECT =
            """
            WITH u AS (%s)
            SELECT {version:u}, u.*,
                   ARRAY(SELECT l.group_id FROM views.person_group_v1 l
                           JOIN views.user_group_v1 g ON g.id = l.group_id AND {g}
                          WHERE l.person_id = u.id AND l.workspace = u.workspace AND {l}
                          ORDER BY 1) AS groups
              FROM u WHERE %s%s
            """;

    private static final String COUNT =
            "WITH u AS (%s) SELECT count(*) FROM (SELECT FROM u WHERE %s LIMIT :fetch) found";

    private final JdbcClient jdbc;
    private final ParkedStreams parked;

    People(@Qualifier("queryDataSource") DataSource dataSource, ParkedStreams parked) {
        this.jdbc = JdbcClient.create(dataSource);
        this.parked = parked;
    }

    PersonView get(String workspace, String id, AsOf state) {
        return Filters.id(id)
                .flatMap(
                        uuid -> {
                            Conditions where = new Conditions().and("u.id = :id", "id", uuid);
                            return rows(workspace, where, "", state).stream().findFirst();
                        })
                .orElseThrow(() -> Kind.PERSON.unknown(state));
    }

    /** Of a workspace, or of all. */
    Page<PersonView> list(
            @Nullable String workspace,
            PersonFilter filter,
            ListOrder order,
            PageRequest request,
            AsOf state) {
        Conditions where = filter.conditions(state).set("fetch", request.fetch());
        PersonSorts.after(order, request, where);
        String end = " ORDER BY " + order.columns() + " LIMIT :fetch";
        return Page.of(rows(workspace, where, end, state), request, PersonSorts::place);
    }

    /** How many there are, without counting on beyond what a reader looks at one by one. */
    CountView count(@Nullable String workspace, PersonFilter filter, AsOf state) {
        Conditions where = state.bind(filter.conditions(state)).set("fetch", CountView.FETCHED);
        bind(workspace, where);
        String sql = COUNT.formatted(PeopleRows.of(workspace, state), where.sql());
        return CountView.of(
                jdbc.sql(state.in(sql)).params(where.parameters()).query(Long.class).single());
    }

    private List<PersonView> rows(
            @Nullable String workspace, Conditions where, String end, AsOf state) {
        bind(workspace, state.bind(where));
        String sql = SELECT.formatted(PeopleRows.of(workspace, state), where.sql(), end);
        List<PersonView> found =
                jdbc.sql(state.in(sql)).params(where.parameters()).query(People::read).list();
        Set<String> behind =
                parked.parkedOf(
                        PeopleProjection.VIEW,
                        found.stream().map(person -> person.id().toString()).toList());
        return found.stream()
                .map(person -> person.parkedIf(behind.contains(person.id().toString())))
                .toList();
    }

    private static void bind(@Nullable String workspace, Conditions where) {
        if (workspace != null) {
            where.set("ws", workspace);
        }
    }

    private static PersonView read(ResultSet row, int number) throws SQLException {
        return new PersonView(
                row.getObject("id", UUID.class),
                row.getString("workspace"),
                row.getString("name"),
                row.getBoolean("erased"),
                row.getString("issuer"),
                row.getString("subject"),
                row.getString("status"),
                Columns.ids(row, "groups"),
                Columns.instantOrNull(row, "last_sign_in"),
                row.getLong("version"),
                Columns.instant(row, "created_at"),
                Columns.instant(row, "updated_at"),
                false);
    }
}
