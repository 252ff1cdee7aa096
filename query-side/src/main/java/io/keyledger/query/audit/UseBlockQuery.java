package io.keyledger.query.audit;

import io.keyledger.query.paging.Conditions;
import io.keyledger.query.usetrail.UseBlock;
import io.keyledger.query.usetrail.UseBlockRow;

import org.jspecify.annotations.Nullable;

/**
 * The query for the blocks that can hold uses which pass a filter, the last first.
 *
 * @param workspace null for all: then a block comes with the rows of all workspaces
 */
record UseBlockQuery(@Nullable String workspace, UseFilter filter) {

    private static final String HOURS = "views.key_use_hour_v1";
    private static final String SELECT =
            "SELECT " + UseBlockRow.COLUMNS + " FROM views." + UseBlockRow.TABLE + " WHERE ";
    private static final String SOME =
            " AND block IN (SELECT DISTINCT block FROM views."
                    + UseBlockRow.TABLE
                    + " WHERE %s ORDER BY block DESC LIMIT :blocks)";

    /** Those with an entry before that one, no more than so many. */
    String sql(Conditions where, long before, int blocks) {
        where.set("blocks", blocks)
                .and("workspace = :ws", "ws", workspace)
                .and("block <= :last", "last", UseBlock.numberOfEntry(before - 1))
                .and("keys && :hashes", "hashes", hashes())
                .and(":reason::text = ANY (reasons)", "reason", filter.filter().reason());
        if (filter.filter().reason() != null || "deny".equals(filter.filter().decision())) {
            where.and("reasons <> '{}'");
        }
        new TimeBounds(filter.filter(), HOURS, workspace == null ? null : ":ws")
                .add(where, "block >= ", "block <= ", " >> " + UseBlock.ENTRY_BITS);
        return SELECT + where.sql() + SOME.formatted(where.sql());
    }

    private @Nullable Object hashes() {
        var hashes = filter.hashes();
        return hashes == null ? null : hashes.toArray(Integer[]::new);
    }
}
