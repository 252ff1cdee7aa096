package io.keyledger.query.audit;

import io.keyledger.query.paging.Conditions;

import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import javax.sql.DataSource;

/**
 * Finds what was changed in a time, what changed last first, by walking back through the changes:
 * each thing is met at its last one. Of each thing those changes are read that tell how a field was
 * at first and what it is at last, however many there were in between.
 */
@Component
class ChangedThings {

    private static final String ROUTE = "api-route";

    static final List<String> KINDS =
            List.of(
                    "service-user",
                    "api-key",
                    "person",
                    "user-group",
                    "role",
                    "security-policy",
                    "api",
                    ROUTE,
                    "workspace");

    /** That somebody signed in gives and takes nothing. */
    private static final String COUNTS = "%s.type <> 'person.PersonSignedIn'";

    private static final String KIND =
            "CASE WHEN c.subject_kind = 'api' AND %s <> c.subject_id THEN '%s' ELSE c.subject_kind END"
                    .formatted(thing("c"), ROUTE);

    private static final String THINGS =
            """
            SELECT c.entry, %1$s AS thing, %6$s AS kind
              FROM views.audit_change_v1 c
             WHERE c.workspace = :ws AND c.entry >= :first AND %2$s
               AND NOT EXISTS (
                   SELECT FROM views.audit_change_v1 n
                    WHERE %3$s = %1$s AND n.workspace = c.workspace
                      AND n.entry > c.entry AND n.entry < :end AND %4$s)
               AND %5$s
             ORDER BY c.entry DESC LIMIT :fetch
            """
                    .formatted(
                            thing("c"),
                            COUNTS.formatted("c"),
                            thing("n"),
                            COUNTS.formatted("n"),
                            "%s",
                            KIND);

    /** Of what there can be several, each is a field of its own. */
    private static final String ENTRIES =
            """
            SELECT DISTINCT told.thing, told.entry FROM (
                SELECT asked.thing, c.entry,
                       row_number() OVER (PARTITION BY asked.thing, field.name
                                          ORDER BY c.entry) AS from_first,
                       row_number() OVER (PARTITION BY asked.thing, field.name
                                          ORDER BY c.entry DESC) AS from_last
                  FROM unnest(:things::text[]) AS asked (thing)
                  JOIN views.audit_change_v1 c
                    ON %s = asked.thing AND c.workspace = :ws
                   AND c.entry >= :first AND c.entry < :end AND %s
                 CROSS JOIN LATERAL (
                    SELECT CASE WHEN each.key IN ('group', 'role', 'policy')
                                THEN each.key || ' ' || (each.value #>> '{}')
                                ELSE each.key END AS name
                      FROM (SELECT * FROM jsonb_each(coalesce(c.before, '{}'))
                            UNION ALL
                            SELECT * FROM jsonb_each(coalesce(c.after, '{}'))) AS each) AS field
                ) AS told
             WHERE told.from_first = 1 OR told.from_last = 1
            """
                    .formatted(thing("c"), COUNTS.formatted("c"));

    private final JdbcClient jdbc;

    ChangedThings(@Qualifier("queryDataSource") DataSource dataSource) {
        this.jdbc = JdbcClient.create(dataSource);
    }

    /** The expression of what a row's change is about: of a route of an API, the route. */
    static String thing(String alias) {
        return "coalesce(%1$s.before ->> 'route', %1$s.after ->> 'route', %1$s.subject_id)"
                .formatted(alias);
    }

    /**
     * From an entry on and before another.
     *
     * @param before those are left out that changed there or later
     */
    record Span(String workspace, long first, long end, long before) {

        Conditions bind(Conditions where) {
            return where.set("ws", workspace).set("first", first).set("end", end);
        }
    }

    /** A thing, and the last change of it. */
    record Thing(long entry, String id, String kind) {

        private static Thing read(ResultSet row, int number) throws SQLException {
            return new Thing(row.getLong("entry"), row.getString("thing"), row.getString("kind"));
        }
    }

    /** Of a kind, or of all. */
    List<Thing> find(Span span, @Nullable String kind, int fetch) {
        Conditions where =
                span.bind(new Conditions())
                        .set("fetch", fetch)
                        .and("c.entry < :before", "before", span.before())
                        .and(KIND + " = :kind", "kind", kind);
        return jdbc.sql(THINGS.formatted(where.sql()))
                .params(where.parameters())
                .query(Thing::read)
                .list();
    }

    /** The changes that tell of things, by thing. */
    Map<String, List<Long>> entries(Span span, List<Thing> things) {
        return jdbc
                .sql(ENTRIES)
                .params(
                        span.bind(new Conditions())
                                .set(
                                        "things",
                                        things.stream().map(Thing::id).toArray(String[]::new))
                                .parameters())
                .query((row, _) -> Map.entry(row.getString("thing"), row.getLong("entry")))
                .list()
                .stream()
                .collect(
                        Collectors.groupingBy(
                                Map.Entry::getKey,
                                Collectors.mapping(Map.Entry::getValue, Collectors.toList())));
    }
}
