package io.keyledger.query.audit;

import io.keyledger.query.history.Columns;
import io.keyledger.query.history.EntryNumber;
import io.keyledger.query.paging.Conditions;

import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

import javax.sql.DataSource;

/**
 * Between which positions of the ledger the entries of a filter can be, by what is known of hours:
 * so that whoever reads them knows how far he is, without anybody counting them.
 */
@Component
class TrailPositions {

    private static final String HOURS =
            " SELECT workspace, hour, first_entry, last_entry FROM views.%s WHERE %s ";

    private final JdbcClient jdbc;
    private final TrailAt trailAt;

    TrailPositions(@Qualifier("queryDataSource") DataSource dataSource, TrailAt trailAt) {
        this.jdbc = JdbcClient.create(dataSource);
        this.trailAt = trailAt;
    }

    /** The first and the last. */
    record Positions(long oldest, long newest) {

        /** As the answer's header has it. */
        String text() {
            return oldest + "-" + newest;
        }
    }

    /** Of a workspace, or of all; nothing if no entry can be. */
    Optional<Positions> of(@Nullable String workspace, AuditFilter filter) {
        Conditions where =
                new Conditions()
                        .and("workspace = :ws", "ws", workspace)
                        .and("hour >= :from", "from", hour(filter.from()))
                        .and("hour <= :to", "to", hour(filter.to()));
        long last = trailAt.end("at", filter.at()) - 1;
        return jdbc.sql(
                        "SELECT min(first_entry), max(last_entry) FROM (%sUNION ALL%s) hours WHERE %s"
                                .formatted(
                                        HOURS.formatted("audit_hour_v1", filter.wantsChanges()),
                                        HOURS.formatted("key_use_hour_v1", filter.wantsUses()),
                                        where.sql()))
                .params(where.parameters())
                .query(
                        (row, _) ->
                                row.getObject(1) == null
                                        ? Optional.<Positions>empty()
                                        : positions(row.getLong(1), Math.min(row.getLong(2), last)))
                .single();
    }

    private static Optional<Positions> positions(long first, long last) {
        return first > last
                ? Optional.empty()
                : Optional.of(
                        new Positions(EntryNumber.position(first), EntryNumber.position(last)));
    }

    private static @Nullable Object hour(@Nullable Instant at) {
        return at == null ? null : Columns.atUtc(at.truncatedTo(ChronoUnit.HOURS));
    }
}
