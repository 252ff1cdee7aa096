package io.keyledger.query.deadletter;

import io.keyledger.query.history.Columns;
import io.keyledger.query.paging.CountView;
import io.keyledger.query.paging.ListOrder;
import io.keyledger.query.paging.OrderedRows;
import io.keyledger.query.paging.Page;
import io.keyledger.query.paging.PageRequest;
import io.keyledger.query.paging.SortKey;
import io.keyledger.query.paging.Sorts;

import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

import javax.sql.DataSource;

/** Parked entries of the live views; those of rebuilds are nobody's to mend. */
@Component
class ListDeadLetters {

    private static final String LIVE = "d.copy = 'live'";
    private static final SortKey VIEW = SortKey.text("view", "d.view");

    static final Sorts SORTS =
            new Sorts(
                    "d",
                    List.of(),
                    List.of(VIEW, SortKey.number("position", "d.position")),
                    List.of(
                            VIEW,
                            SortKey.text("type", "d.type"),
                            SortKey.text("workspace", "d.workspace"),
                            SortKey.number("attempts", "d.attempts"),
                            SortKey.time("parkedAt", "d.parked_at"),
                            SortKey.time("triedAt", "d.tried_at")));

    private final OrderedRows<DeadLetterView> rows;

    private final LiveDeadLetters letters;

    ListDeadLetters(LiveDeadLetters letters, @Qualifier("queryDataSource") DataSource dataSource) {
        this.letters = letters;
        this.rows =
                new OrderedRows<>(
                        JdbcClient.create(dataSource),
                        "d.*",
                        "query.dead_letter d",
                        SORTS,
                        ListDeadLetters::read,
                        UnaryOperator.identity());
    }

    Page<DeadLetterView> list(DeadLetterFilter filter, ListOrder order, PageRequest request) {
        return rows.list(filter.conditions().and(LIVE), order, request);
    }

    CountView count(DeadLetterFilter filter) {
        return rows.count(filter.conditions().and(LIVE));
    }

    Optional<DeadLetterView> at(String view, long position) {
        return letters.findByViewAndPosition(view, position).map(LiveDeadLetter::view);
    }

    private static DeadLetterView read(ResultSet row, int number) throws SQLException {
        return new DeadLetterView(
                row.getString("view"),
                row.getLong("position"),
                row.getString("stream"),
                row.getString("workspace"),
                row.getString("type"),
                row.getString("cause"),
                row.getInt("attempts"),
                Columns.instant(row, "parked_at"),
                Columns.instant(row, "tried_at"));
    }
}
