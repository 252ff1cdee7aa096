package io.keyledger.query.activity;

import io.keyledger.query.bundle.Values;
import io.keyledger.query.compact.Compact;
import io.keyledger.query.compact.CompactReader;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * How often keys were used, by why they were refused, in one column. It has of each key, see {@link
 * Compact}: how many reasons there are, then each reason, in order, and how often.
 */
final class ReasonCounts implements Values<SortedMap<String, Long>> {

    @Override
    public List<String> columns() {
        return List.of("counts");
    }

    @Override
    public void bind(
            PreparedStatement statement, int from, Collection<SortedMap<String, Long>> values)
            throws SQLException {
        Compact counts = new Compact();
        for (SortedMap<String, Long> byReason : values) {
            counts.number(byReason.size());
            byReason.forEach(
                    (reason, count) -> {
                        counts.text(reason);
                        counts.number(count);
                    });
        }
        statement.setBytes(from, counts.toBytes());
    }

    @Override
    public List<SortedMap<String, Long>> read(ResultSet row, int keys) throws SQLException {
        CompactReader in = new CompactReader(row.getBytes("counts"));
        List<SortedMap<String, Long>> all = new ArrayList<>(keys);
        for (int i = 0; i < keys; i++) {
            SortedMap<String, Long> byReason = new TreeMap<>();
            for (long left = in.number(); left > 0; left--) {
                byReason.put(in.text(), in.number());
            }
            all.add(byReason);
        }
        return all;
    }

    @Override
    public SortedMap<String, Long> merge(
            SortedMap<String, Long> one, SortedMap<String, Long> other) {
        return sum(one, other);
    }

    static SortedMap<String, Long> sum(SortedMap<String, Long> one, SortedMap<String, Long> other) {
        SortedMap<String, Long> both = new TreeMap<>(one);
        other.forEach((reason, count) -> both.merge(reason, count, Long::sum));
        return both;
    }
}
