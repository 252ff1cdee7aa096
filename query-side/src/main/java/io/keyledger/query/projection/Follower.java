package io.keyledger.query.projection;

import io.keyledger.query.ledger.LedgerReader;
import io.keyledger.query.ledger.LedgerReader.Portion;

import java.sql.Connection;
import java.sql.SQLException;

/** Lets one copy of a view follow the ledger, in transactions of the caller. */
public final class Follower {

    private final Projection projection;
    private final ViewCopy copy;
    private final LedgerReader reader;

    public Follower(Projection projection, ViewCopy copy) {
        this.projection = projection;
        this.copy = copy;
        this.reader = new LedgerReader(projection::reads);
    }

    /**
     * Applies the next portion of the ledger, while the caller holds the lock of the copy's
     * position.
     *
     * @param from where the copy stands
     * @param upTo how far it may go
     * @return where it stands now
     */
    public long advance(Connection connection, long from, long upTo) throws SQLException {
        if (upTo <= from) {
            return from;
        }
        Portion portion = reader.read(connection, from, upTo);
        new Application(connection, projection, copy).apply(portion.entries());
        new ViewPosition(connection, projection.view(), copy).moveTo(portion.reached());
        return portion.reached();
    }
}
