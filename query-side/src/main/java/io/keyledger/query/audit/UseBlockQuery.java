package io.keyledger.query.audit;

import io.keyledger.query.history.Columns;
import io.keyledger.query.paging.Conditions;
import io.keyledger.query.usetrail.UseBlock;
import io.keyledger.query.usetrail.UseBlockRow;

import org.jspecify.annotations.Nullable;

import java.util.Set;
import java.util.UUID;
import java.util.function.IntFunction;

/**
 * The query for the blocks that can hold uses which pass a filter, the last first.
 *
 * @param workspace null for all: then a block comes with the rows of all workspaces
 */
record UseBlockQuery(@Nullable String workspace, UseFilter filter) {

    private static final String HOURS = "views.key_use_hour_v1";
    private static final String SELECT =
            "SELECT " + UseBlockRow.COLUMNS + " FROM views." + UseBlockRow.TABLE + " WHERE ";
    private static final int MOST_TERMS = 200;
    private static final String SOME =
            " AND block IN (SELECT DISTINCT block FROM views."
                    + UseBlockRow.TABLE
                    + " WHERE %s ORDER BY block DESC LIMIT :blocks)";

    /** Those with an entry before that one, no more than so many. */
    String sql(Conditions where, long before, int blocks) {
        where.set("blocks", blocks)
                .and("workspace = :ws", "ws", workspace)
                .and("block <= :last", "last", UseBlock.numberOfEntry(before - 1));
        terms(where);
        AuditFilter asked = filter.filter();
        if ("deny".equals(asked.decision())) {
            where.and("reasons <> '{}'");
        }
        where.and("last_at >= :from", "from", Columns.atUtcOrNull(asked.from()))
                .and("first_at < :to", "to", Columns.atUtcOrNull(asked.to()));
        new TimeBounds(asked, HOURS, workspace == null ? null : ":ws")
                .add(where, "block >= ", "block <= ", " >> " + UseBlock.ENTRY_BITS);
        return SELECT + where.sql() + SOME.formatted(where.sql());
    }

    private void terms(Conditions where) {
        String reason = filter.filter().reason();
        UUID policy = filter.filter().policy();
        where.and("keys && :hashes", "hashes", few(filter.hashes(), Integer[]::new))
                .and(
                        "reasons && :reasons::text[]",
                        "reasons",
                        reason == null ? null : new String[] {reason})
                .and(
                        "policies && :policies",
                        "policies",
                        policy == null ? null : new UUID[] {policy})
                .and("addresses && :addresses", "addresses", few(filter.addresses(), Long[]::new));
    }

    /** Null for more than are worth looking up one by one: then marks tell alone. */
    private static <T> T @Nullable [] few(@Nullable Set<T> terms, IntFunction<T[]> array) {
        return terms == null || terms.size() > MOST_TERMS ? null : terms.toArray(array);
    }
}
