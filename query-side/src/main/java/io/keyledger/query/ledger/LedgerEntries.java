package io.keyledger.query.ledger;

import io.keyledger.shared.ledger.StoredRecord;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/** Reads single entries of the ledger. */
public final class LedgerEntries {

    private static final String SELECT =
            "SELECT " + EntryPlace.COLUMNS + " FROM ledger.entry e WHERE ";
    private static final String IN_WORKSPACE =
            SELECT
                    + "e.workspace = ? AND e.workspace_sequence >= ? AND e.workspace_sequence < ?"
                    + " ORDER BY e.workspace_sequence";
    private static final String AT = SELECT + "e.position = ANY (?) ORDER BY e.position";

    private LedgerEntries() {}

    /** Those of a workspace from one number to before another. */
    public static List<LedgerEntry> inWorkspace(
            Connection connection, String workspace, long from, long before) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(IN_WORKSPACE)) {
            statement.setString(1, workspace);
            statement.setLong(2, from);
            statement.setLong(3, before);
            return entries(connection, places(statement));
        }
    }

    /** Those at these positions, as far as they are there, in order. */
    public static List<LedgerEntry> at(Connection connection, Collection<Long> positions)
            throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(AT)) {
            statement.setArray(1, connection.createArrayOf("bigint", positions.toArray()));
            return entries(connection, places(statement));
        }
    }

    static List<EntryPlace> places(PreparedStatement statement) throws SQLException {
        try (ResultSet row = statement.executeQuery()) {
            List<EntryPlace> places = new ArrayList<>();
            while (row.next()) {
                places.add(EntryPlace.read(row));
            }
            return places;
        }
    }

    /** Of the places, those whose record is in the store. */
    static List<LedgerEntry> entries(Connection connection, List<EntryPlace> places)
            throws SQLException {
        Map<Long, StoredRecord> records =
                StoredRecords.of(connection, places.stream().map(EntryPlace::globalIndex).toList());
        List<LedgerEntry> entries = new ArrayList<>(places.size());
        for (EntryPlace place : places) {
            StoredRecord record = records.get(place.globalIndex());
            if (record != null) {
                entries.add(place.of(record));
            }
        }
        return entries;
    }
}
