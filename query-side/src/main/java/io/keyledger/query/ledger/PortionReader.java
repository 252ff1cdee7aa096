package io.keyledger.query.ledger;

import java.sql.Connection;
import java.sql.SQLException;

/** Reads the ledger portion by portion. */
@FunctionalInterface
public interface PortionReader {

    /** The next portion after a position, up to another that the ledger has reached. */
    Portion read(Connection connection, long after, long upTo) throws SQLException;
}
