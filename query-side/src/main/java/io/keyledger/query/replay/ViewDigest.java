package io.keyledger.query.replay;

import io.keyledger.query.projection.Projection;
import io.keyledger.query.projection.ViewCopy;
import io.keyledger.shared.record.Sha256;

import org.postgresql.PGConnection;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * SHA-256 over all rows of a view: for each of its tables a line with its name and columns, then
 * its rows in the order of the primary key, in PostgreSQL's COPY text format, UTF-8, times in UTC.
 */
public final class ViewDigest {

    private static final String SETTINGS =
            """
            SET LOCAL TimeZone = 'UTC'; SET LOCAL DateStyle = 'ISO, YMD';
            SET LOCAL IntervalStyle = 'iso_8601'; SET LOCAL extra_float_digits = 1;
            SET LOCAL bytea_output = 'hex'
            """;

    private static final String COLUMNS =
            """
            SELECT string_agg(quote_ident(attname), ', ' ORDER BY attnum) FROM pg_attribute
             WHERE attrelid = ?::regclass AND attnum > 0 AND NOT attisdropped
            """;

    private static final String KEY =
            """
            SELECT string_agg(quote_ident(a.attname), ', ' ORDER BY k.place)
              FROM pg_index x
              CROSS JOIN unnest(x.indkey) WITH ORDINALITY AS k (attnum, place)
              JOIN pg_attribute a ON a.attrelid = x.indrelid AND a.attnum = k.attnum
             WHERE x.indrelid = ?::regclass AND x.indisprimary
            """;

    private ViewDigest() {}

    /** The digest of one copy, as the connection's transaction sees it. */
    public static byte[] of(Connection connection, Projection projection, ViewCopy copy)
            throws SQLException {
        try (Statement settings = connection.createStatement()) {
            settings.execute(SETTINGS);
        }
        MessageDigest digest = Sha256.digest();
        for (String table : projection.tables()) {
            add(connection, copy.schema(), table, digest);
        }
        return digest.digest();
    }

    private static void add(
            Connection connection, String schema, String table, MessageDigest digest)
            throws SQLException {
        String qualified = schema + "." + table;
        String columns = text(connection, COLUMNS, qualified);
        String key = text(connection, KEY, qualified);
        String title = "%s (%s)\n".formatted(table, columns);
        digest.update(title.getBytes(StandardCharsets.UTF_8));
        String copy =
                "COPY (SELECT %s FROM %s ORDER BY %s) TO STDOUT".formatted(columns, qualified, key);
        try (OutputStream out = new DigestOutputStream(OutputStream.nullOutputStream(), digest)) {
            connection.unwrap(PGConnection.class).getCopyAPI().copyOut(copy, out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String text(Connection connection, String sql, String table)
            throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setString(1, table);
            try (ResultSet row = statement.executeQuery()) {
                row.next();
                return row.getString(1);
            }
        }
    }
}
