package io.keyledger.query.usetrail;

import io.keyledger.query.history.Column;
import io.keyledger.query.history.Columns;

import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.UnaryOperator;

/** The table of blocks as the projection changes it. */
record UseBlocks(Connection connection, UnaryOperator<String> qualified) {

    private static final String KNOWN =
            "SELECT "
                    + UseBlockRow.COLUMNS
                    + " FROM %s JOIN %s AS wanted (workspace, block) USING (workspace, block)";
    private static final String PUT =
            "INSERT INTO %s ("
                    + UseBlockRow.COLUMNS
                    + ") VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)"
                    + " ON CONFLICT (workspace, block) DO UPDATE SET keys = EXCLUDED.keys,"
                    + " reasons = EXCLUDED.reasons, policies = EXCLUDED.policies,"
                    + " addresses = EXCLUDED.addresses, first_at = EXCLUDED.first_at,"
                    + " last_at = EXCLUDED.last_at, uses = EXCLUDED.uses";
    private static final List<Column<UseBlock>> PLACE =
            List.of(
                    new Column<>("workspace", "text", UseBlock::workspace),
                    new Column<>("block", "bigint", UseBlock::number));

    /** Those of these blocks that have a row. */
    List<UseBlock> known(Collection<UseBlock> blocks) throws SQLException {
        String sql = KNOWN.formatted(qualified.apply(UseBlockRow.TABLE), Column.rows(PLACE));
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            Column.bind(statement, PLACE, blocks);
            List<UseBlock> known = new ArrayList<>();
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    known.add(UseBlockRow.read(row));
                }
            }
            return known;
        }
    }

    /** As they are now, whatever their rows have been. */
    void put(Collection<UseBlock> blocks) throws SQLException {
        try (PreparedStatement statement =
                connection.prepareStatement(PUT.formatted(qualified.apply(UseBlockRow.TABLE)))) {
            for (UseBlock block : blocks) {
                UseTerms terms = block.terms();
                Columns.bind(
                        statement,
                        block.workspace(),
                        block.number(),
                        array("integer", terms.keys()),
                        array("text", terms.reasons()),
                        array("uuid", terms.policies()),
                        array("bigint", terms.addresses()),
                        terms.firstAt(),
                        terms.lastAt(),
                        UseMarks.write(block, terms));
                statement.addBatch();
            }
            statement.executeBatch();
        }
    }

    private Array array(String type, List<?> values) throws SQLException {
        return connection.createArrayOf(type, values.toArray());
    }
}
