package io.keyledger.query.person;

import io.keyledger.query.current.AsOf;
import io.keyledger.query.current.PeopleRows;
import io.keyledger.query.history.Columns;
import io.keyledger.query.paging.Conditions;
import io.keyledger.shared.permission.Permission;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.UUID;

/** Which people are wanted; all conditions must hold. Without a status, all who have not left. */
record PersonFilter(
        @Nullable String q,
        @Nullable String status,
        @Nullable UUID group,
        @Nullable Permission permission,
        @Nullable Instant notSince) {

    private static final String TEXT =
            "(strpos(u.name_key, lower(:q)) > 0 OR strpos(lower(u.subject), lower(:q)) > 0)";
    private static final String GROUP =
            """
            EXISTS (SELECT FROM views.person_group_v1 l WHERE l.person_id = u.id
                     AND l.workspace = u.workspace AND l.group_id = :group AND {l})""";

    /** Of rows that are called {@code u}. */
    Conditions conditions(AsOf state) {
        Conditions where =
                new Conditions()
                        .and(TEXT, "q", q)
                        .and(GROUP, "group", group)
                        .and(
                                "coalesce(u.last_sign_in < :notSince, true)",
                                "notSince",
                                notSince == null ? null : Columns.atUtc(notSince));
        if (status == null) {
            where.and("u.status <> '" + PeopleRows.LEFT + "'");
        } else {
            where.and("u.status = :status", "status", status);
        }
        PeopleRows.holding(permission, "u", where, state);
        return where;
    }
}
