package io.keyledger.query.usetrail;

import io.keyledger.query.history.Columns;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * What a block can be found by, and its bytes point to: each once, in order.
 *
 * @param keys hashes of the keys that were used
 * @param reasons why uses were refused
 * @param policies that refused uses or, being monitored, would have
 * @param addresses references to the source addresses
 * @param firstAt when its earliest use was decided
 * @param lastAt when its latest was
 */
record UseTerms(
        List<Integer> keys,
        List<String> reasons,
        List<UUID> policies,
        List<Long> addresses,
        Instant firstAt,
        Instant lastAt) {

    static UseTerms read(ResultSet row) throws SQLException {
        return new UseTerms(
                List.of((Integer[]) row.getArray("keys").getArray()),
                Columns.texts(row, "reasons"),
                Columns.ids(row, "policies"),
                List.of((Long[]) row.getArray("addresses").getArray()),
                Columns.instant(row, "first_at"),
                Columns.instant(row, "last_at"));
    }
}
