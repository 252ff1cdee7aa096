package io.keyledger.query.ledger;

import io.keyledger.query.platform.Failures;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;

/**
 * Records that cannot have a place: not in the store any more, or with a value that no leaf can
 * hold. No code of ours writes such; one that did must not stop the ledger for everybody, so that
 * it is put on record here instead, loudly.
 */
final class Unledgered {

    private static final Logger LOG = LoggerFactory.getLogger(Unledgered.class);

    private Unledgered() {}

    static void put(Connection connection, long globalIndex, Throwable failure)
            throws SQLException {
        String cause = Failures.describe(failure);
        LOG.error("Record {} cannot be ledgered and is put aside: {}", globalIndex, cause);
        String sql = "INSERT INTO query.unledgered_record (global_index, cause) VALUES (?, ?)";
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setLong(1, globalIndex);
            statement.setString(2, cause);
            statement.executeUpdate();
        }
    }

    /** Passes on a failure that the record is not to blame for. */
    static void refuseUnlessToBlame(Exception failure) throws SQLException {
        if (Failures.isOfTheDatabase(failure)) {
            if (failure instanceof SQLException sql) {
                throw sql;
            }
            throw (RuntimeException) failure;
        }
    }
}
