package io.keyledger.query.audittrail;

import io.keyledger.query.history.EntryNumber;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.function.UnaryOperator;

/**
 * The partitions of the table of uses, each of 2^24 ledger positions: 17 million uses when each
 * came alone, many times that when they came in batches. A page reads the newest first and stops
 * when it is full.
 */
record UsePartitions(Connection connection, UnaryOperator<String> qualified) {

    static final String TABLE = "audit_use_v1";

    private static final int POSITION_BITS = 24;

    /** Makes those that are missing for entries from one to another, both included. */
    void cover(long firstEntry, long lastEntry) throws SQLException {
        for (long range = range(firstEntry); range <= range(lastEntry); range++) {
            String partition = qualified.apply(TABLE + "_r" + range);
            if (!exists(partition)) {
                create(partition, range);
            }
        }
    }

    /** Made apart and attached: that locks out no reader, as CREATE … PARTITION OF would. */
    private void create(String partition, long range) throws SQLException {
        String table = qualified.apply(TABLE);
        try (Statement statement = connection.createStatement()) {
            statement.execute(
                    "CREATE TABLE %s (LIKE %s INCLUDING ALL)".formatted(partition, table));
            statement.execute(
                    "ALTER TABLE %s ATTACH PARTITION %s FOR VALUES FROM (%d) TO (%d)"
                            .formatted(table, partition, first(range), first(range + 1)));
        }
    }

    private boolean exists(String partition) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("SELECT to_regclass(?)")) {
            statement.setString(1, partition);
            try (ResultSet found = statement.executeQuery()) {
                found.next();
                return found.getString(1) != null;
            }
        }
    }

    private static long range(long entry) {
        return EntryNumber.position(entry) >> POSITION_BITS;
    }

    private static long first(long range) {
        return EntryNumber.of(range << POSITION_BITS, 0);
    }
}
