package io.keyledger.query.usetrail;

import java.sql.ResultSet;
import java.sql.SQLException;

/** A block as its row has it. */
public final class UseBlockRow {

    public static final String TABLE = "key_use_block_v2";

    public static final String COLUMNS =
            "workspace, block, keys, reasons, policies, addresses, first_at, last_at, uses";

    private UseBlockRow() {}

    static UseBlock read(ResultSet row) throws SQLException {
        return UseMarks.read(
                row.getString("workspace"),
                row.getLong("block"),
                UseTerms.read(row),
                row.getBytes("uses"));
    }
}
