package io.keyledger.query.audit;

import java.util.List;

/**
 * The condition that a change has {@code :q} somewhere in its texts, in whatever case: what it
 * changed, who made it and why, and any name that what it was made to had before or since.
 */
final class TextSearch {

    private static final String CONDITION =
            """
            (strpos(lower(coalesce(actor_name, '')), lower(:q)) > 0
             OR %s OR %s
             OR reason = ANY (ARRAY(%s))
             OR actor_person = ANY (ARRAY(%s))
             OR subject_id = ANY (ARRAY(%s)))""";
    private static final String JSON =
            """
            EXISTS (SELECT FROM jsonb_path_query(coalesce(%s, '{}'), '$.**') AS part
                     WHERE jsonb_typeof(part) IN ('string', 'number')
                       AND strpos(lower(part #>> '{}'), lower(:q)) > 0)""";
    private static final String PERSONAL =
            """
            SELECT v.id FROM store.personal_value v WHERE v.workspace = %s AND v.kind = '%s'
               AND strpos(lower(v.value), lower(:q)) > 0""";
    private static final String NAMED =
            """
            SELECT n.%s::text FROM views.%s n
             WHERE n.%s = %s AND strpos(lower(n.%s), lower(:q)) > 0""";

    private TextSearch() {}

    /** Over the changes of the workspace that the expression gives. */
    static String in(String workspace) {
        return CONDITION.formatted(
                JSON.formatted("before"),
                JSON.formatted("after"),
                PERSONAL.formatted(workspace, "reason"),
                PERSONAL.formatted(workspace, "person-name"),
                String.join("\nUNION ALL\n", names(workspace)));
    }

    private static List<String> names(String workspace) {
        return List.of(
                NAMED.formatted("id", "service_user_v1", "workspace", workspace, "username"),
                NAMED.formatted("id", "api_key_v1", "workspace", workspace, "name"),
                NAMED.formatted("id", "role_v1", "workspace", workspace, "name"),
                NAMED.formatted("id", "user_group_v1", "workspace", workspace, "name"),
                NAMED.formatted("id", "security_policy_v1", "workspace", workspace, "name"),
                NAMED.formatted("id", "api_v1", "workspace", workspace, "name"),
                NAMED.formatted("slug", "workspace_v1", "slug", workspace, "name"));
    }
}
