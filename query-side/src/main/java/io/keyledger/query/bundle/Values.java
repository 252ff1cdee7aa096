package io.keyledger.query.bundle;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;

/** What rows hold besides the keys, in the order of these. */
public interface Values<V> {

    /** The names of their columns. */
    List<String> columns();

    /** Binds the columns as parameters from that one on. */
    void bind(PreparedStatement statement, int from, Collection<V> values) throws SQLException;

    /** Of so many keys. */
    List<V> read(ResultSet row, int keys) throws SQLException;

    /** Both together, in whatever order. */
    V merge(V one, V other);
}
