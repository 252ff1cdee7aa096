package io.keyledger.query.usetrail;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.function.UnaryOperator;

/**
 * The partitions of the table of blocks, each of 2^16 blocks and so of 2^24 ledger positions: 17
 * million uses when each came alone, many times that when they came in batches.
 */
record BlockPartitions(Connection connection, UnaryOperator<String> qualified) {

    private static final int BLOCK_BITS = 16;

    /** Makes those that are missing for blocks from one to another, both included. */
    void cover(long firstBlock, long lastBlock) throws SQLException {
        for (long range = range(firstBlock); range <= range(lastBlock); range++) {
            String partition = qualified.apply(UseBlockRow.TABLE + "_r" + range);
            if (!exists(partition)) {
                create(partition, range);
            }
        }
    }

    /** Made apart and attached: that locks out no reader, as CREATE … PARTITION OF would. */
    private void create(String partition, long range) throws SQLException {
        String table = qualified.apply(UseBlockRow.TABLE);
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

    private static long range(long block) {
        return block >> BLOCK_BITS;
    }

    private static long first(long range) {
        return range << BLOCK_BITS;
    }
}
