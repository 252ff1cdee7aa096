package io.keyledger.query.deadletter;

import io.keyledger.query.ledger.LedgerEntry;
import io.keyledger.query.ledger.LedgerReader;
import io.keyledger.query.platform.Transactions;
import io.keyledger.query.projection.Application;
import io.keyledger.query.projection.DeadLetters;
import io.keyledger.query.projection.Projection;
import io.keyledger.query.projection.ViewCopy;
import io.keyledger.query.projection.ViewPosition;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/**
 * Applies a stream's parked entries again, in order, until one fails. When none is left the stream
 * is followed as before.
 */
@Component
class RetryStream {

    private static final int PORTION = 200;

    private final Transactions transactions;
    private final LedgerReader reader = new LedgerReader(_ -> true);

    RetryStream(Transactions transactions) {
        this.transactions = transactions;
    }

    RetryOutcome retry(Projection projection, String stream) throws SQLException {
        long applied = 0;
        while (true) {
            Portion portion =
                    transactions.run(connection -> portion(connection, projection, stream));
            applied += portion.applied();
            if (portion.end()) {
                return new RetryOutcome(stream, applied, portion.failedAt(), portion.cause());
            }
        }
    }

    private Portion portion(Connection connection, Projection projection, String stream)
            throws SQLException {
        // Holds the view's loop off, so that nothing is parked behind what is freed here.
        new ViewPosition(connection, projection.view(), ViewCopy.LIVE).lock();
        DeadLetters letters = new DeadLetters(connection, projection.view(), ViewCopy.LIVE);
        Application application = new Application(connection, projection, ViewCopy.LIVE);
        List<Long> positions = letters.positionsOf(stream, PORTION);
        long applied = 0;
        for (long position : positions) {
            LedgerEntry entry = entryAt(connection, position);
            String cause = application.applyAlone(entry);
            if (cause != null) {
                letters.park(entry, cause);
                return new Portion(applied, true, position, cause);
            }
            letters.remove(position);
            applied++;
        }
        return new Portion(applied, positions.size() < PORTION, null, null);
    }

    private LedgerEntry entryAt(Connection connection, long position) throws SQLException {
        return reader.read(connection, position - 1, position).entries().getFirst();
    }

    private record Portion(
            long applied, boolean end, @Nullable Long failedAt, @Nullable String cause) {}
}
