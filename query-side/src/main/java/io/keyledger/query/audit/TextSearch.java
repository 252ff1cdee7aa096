package io.keyledger.query.audit;

import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The condition that a change has {@code :q} somewhere in its texts, in whatever case: what it
 * changed, who made it and why, and any name that what it was made to had before or since. All is
 * looked up for the change itself, so that it costs as much as changes are looked at.
 */
final class TextSearch {

    private static final String FOUND = "strpos(lower(%s), lower(:q)) > 0";

    /** A text has it only if the whole has, unless it is written otherwise there. */
    private static final String JSON =
            """
            ((:q ~ '["\\\\[:cntrl:]]' OR %2$s)
             AND EXISTS (SELECT FROM jsonb_path_query(c.%1$s, '$.**') AS part
                          WHERE jsonb_typeof(part) IN ('string', 'number') AND %3$s))""";

    private static final String PERSONAL =
            "EXISTS (SELECT FROM store.personal_value v WHERE v.id = c.%s AND %s)";
    private static final String NAMED =
            "WHEN '%s' THEN EXISTS (SELECT FROM views.%s n WHERE n.%s AND %s)";

    /** Of a row {@code c}. */
    static final String CONDITION =
            Stream.of(
                            FOUND.formatted("coalesce(c.actor_name, '')"),
                            json("before"),
                            json("after"),
                            PERSONAL.formatted("reason", FOUND.formatted("v.value")),
                            PERSONAL.formatted("actor_person", FOUND.formatted("v.value")),
                            names())
                    .collect(Collectors.joining("\n OR ", "coalesce(", ", false)"));

    private TextSearch() {}

    private static String json(String column) {
        return JSON.formatted(
                column,
                FOUND.formatted("c." + column + "::text"),
                FOUND.formatted("part #>> '{}'"));
    }

    private static String names() {
        String uuid = "id = c.subject_id::uuid";
        return Stream.of(
                        named("service-user", "service_user_v1", uuid, "username"),
                        named("api-key", "api_key_v1", "id = c.subject_id", "name"),
                        named("role", "role_v1", uuid, "name"),
                        named("user-group", "user_group_v1", uuid, "name"),
                        named("security-policy", "security_policy_v1", uuid, "name"),
                        named("api", "api_v1", uuid, "name"),
                        named("workspace", "workspace_v1", "slug = c.subject_id", "name"))
                .collect(Collectors.joining("\n", "CASE c.subject_kind\n", " ELSE false END"));
    }

    private static String named(String kind, String table, String its, String name) {
        return NAMED.formatted(kind, table, its, FOUND.formatted("n." + name));
    }
}
