package io.keyledger.query.deadletter;

import io.keyledger.access.problem.ApiProblem;
import io.keyledger.query.platform.Transactions;
import io.keyledger.query.projection.DeadLetters;
import io.keyledger.query.projection.ViewCopy;
import io.keyledger.query.projection.ViewPosition;

import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.springframework.stereotype.Component;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/**
 * Lets go of the entry that parked a stream, on record: the view goes on without what it said,
 * until a rebuild whose code can apply it.
 */
@Component
class SkipEntry {

    private final Transactions transactions;

    SkipEntry(Transactions transactions) {
        this.transactions = transactions;
    }

    void skip(DeadLetterView letter, String operator) throws SQLException {
        transactions.run(
                connection -> {
                    new ViewPosition(connection, letter.view(), ViewCopy.LIVE).lock();
                    DeadLetters letters = new DeadLetters(connection, letter.view(), ViewCopy.LIVE);
                    refuseUnlessFirst(letter, letters.positionsOf(letter.stream(), 1));
                    record(connection, letter, operator);
                    letters.remove(letter.position());
                    return letter;
                });
    }

    private static void refuseUnlessFirst(DeadLetterView letter, List<Long> first) {
        if (!first.equals(List.of(letter.position()))) {
            throw new ApiProblem(
                    HttpStatus.CONFLICT,
                    "not-first-of-stream",
                    "Only the first parked entry of a stream can be skipped.");
        }
    }

    private static void record(Connection connection, DeadLetterView letter, String operator) {
        JdbcClient.create(new SingleConnectionDataSource(connection, true))
                .sql(
                        """
                        INSERT INTO query.skipped_entry (view, position, cause, skipped_by)
                        VALUES (:view, :position, :cause, :operator) ON CONFLICT DO NOTHING
                        """)
                .param("view", letter.view())
                .param("position", letter.position())
                .param("cause", letter.cause())
                .param("operator", operator)
                .update();
    }
}
