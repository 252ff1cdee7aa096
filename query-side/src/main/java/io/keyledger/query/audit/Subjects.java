package io.keyledger.query.audit;

import io.keyledger.query.history.EntryNumber;

import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import javax.sql.DataSource;

/**
 * Names that things had at a ledger position, all of a page in one query; what was deleted there
 * keeps the name it had. A person has the name that it acted under in the same workspace last, as
 * long as that was not erased.
 */
@Component
class Subjects {

    private static final String SELECT =
            """
            SELECT a.kind, a.id, a.position,
                   CASE a.kind
                   WHEN 'service-user' THEN (SELECT username FROM views.service_user_v1 t
                        WHERE t.id = a.id::uuid AND t.valid_from <= a.position
                        ORDER BY t.valid_from DESC LIMIT 1)
                   WHEN 'role' THEN (SELECT name FROM views.role_v1 t
                        WHERE t.id = a.id::uuid AND t.valid_from <= a.position
                        ORDER BY t.valid_from DESC LIMIT 1)
                   WHEN 'user-group' THEN (SELECT name FROM views.user_group_v1 t
                        WHERE t.id = a.id::uuid AND t.valid_from <= a.position
                        ORDER BY t.valid_from DESC LIMIT 1)
                   WHEN 'security-policy' THEN (SELECT name FROM views.security_policy_v1 t
                        WHERE t.id = a.id::uuid AND t.valid_from <= a.position
                        ORDER BY t.valid_from DESC LIMIT 1)
                   WHEN 'api' THEN (SELECT name FROM views.api_v1 t
                        WHERE t.id = a.id::uuid AND t.valid_from <= a.position
                        ORDER BY t.valid_from DESC LIMIT 1)
                   WHEN 'api-key' THEN (SELECT name FROM views.api_key_v1 t
                        WHERE t.id = a.id AND t.valid_from <= a.position
                        ORDER BY t.valid_from DESC LIMIT 1)
                   WHEN 'workspace' THEN (SELECT name FROM views.workspace_v1 t
                        WHERE t.slug = a.id AND t.valid_from <= a.position
                        ORDER BY t.valid_from DESC LIMIT 1)
                   WHEN 'person' THEN (SELECT p.value FROM views.audit_change_v1 t
                        LEFT JOIN store.personal_value p ON p.id = t.actor_person
                        WHERE t.actor_id = a.id AND t.actor_kind = 'person'
                          AND t.entry < (a.position + 1) << 20
                          AND t.workspace = (SELECT e.workspace FROM ledger.entry e
                                              WHERE e.position = a.position)
                        ORDER BY t.entry DESC LIMIT 1)
                   END AS name
              FROM unnest(:kinds::text[], :ids::text[], :positions::bigint[])
                AS a (kind, id, position)
            """;

    private final JdbcClient jdbc;

    Subjects(@Qualifier("queryDataSource") DataSource dataSource) {
        this.jdbc = JdbcClient.create(dataSource);
    }

    /** Something at a position. */
    record Asked(String kind, String id, long position) {

        static Asked at(String kind, String id, long entry) {
            return new Asked(kind, id, EntryNumber.position(entry));
        }
    }

    /** The names that were found. */
    record Names(Map<Asked, String> found) {

        @Nullable String of(Asked asked) {
            return found.get(asked);
        }
    }

    Names of(Collection<Asked> asked) {
        List<Asked> all = List.copyOf(asked);
        Map<Asked, String> names = new HashMap<>();
        if (!all.isEmpty()) {
            jdbc.sql(SELECT)
                    .param("kinds", all.stream().map(Asked::kind).toArray(String[]::new))
                    .param("ids", all.stream().map(Asked::id).toArray(String[]::new))
                    .param("positions", all.stream().map(Asked::position).toArray(Long[]::new))
                    .query(
                            row -> {
                                Asked key =
                                        new Asked(
                                                row.getString("kind"),
                                                row.getString("id"),
                                                row.getLong("position"));
                                String name = row.getString("name");
                                if (name != null) {
                                    names.put(key, name);
                                }
                            });
        }
        return new Names(names);
    }
}
