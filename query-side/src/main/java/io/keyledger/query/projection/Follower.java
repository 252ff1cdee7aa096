package io.keyledger.query.projection;

import io.keyledger.query.ledger.LedgerReader;
import io.keyledger.query.ledger.Portion;
import io.keyledger.query.ledger.PortionReader;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/** Lets one copy of a view follow the ledger, in transactions of the caller. */
public final class Follower {

    private final Projection projection;
    private final ViewCopy copy;
    private final PortionReader reader;

    public Follower(Projection projection, ViewCopy copy) {
        this(projection, copy, new LedgerReader(projection::reads));
    }

    /** Reads by a reader that gives it what the projection wants. */
    Follower(Projection projection, ViewCopy copy, PortionReader reader) {
        this.projection = projection;
        this.copy = copy;
        this.reader = reader;
    }

    /**
     * Applies the next portion of the ledger, while the caller holds the lock of the copy's
     * position.
     *
     * @param from where the copy stands
     * @param upTo how far it may go
     * @return what was applied, to where it stands now
     */
    public Portion advance(Connection connection, long from, long upTo) throws SQLException {
        if (upTo <= from) {
            return new Portion(List.of(), from, false);
        }
        Portion portion = reader.read(connection, from, upTo);
        new Application(connection, projection, copy).apply(portion.entries());
        new ViewPosition(connection, projection.view(), copy).moveTo(portion.reached());
        return portion;
    }
}
