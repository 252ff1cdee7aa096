package io.keyledger.query.history;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/** The open rows of one table that a batch is about, and what the batch makes of them. */
public final class History<K, V> {

    /** The end of a row that is still valid. */
    public static final long OPEN = Long.MAX_VALUE;

    private final Map<K, Interval<K, V>> open = new LinkedHashMap<>();
    private final Set<Interval<K, V>> changed = new LinkedHashSet<>();

    void add(Interval<K, V> row) {
        open.put(row.key(), row);
    }

    /**
     * The value that is valid now.
     *
     * @throws IllegalStateException if there is none
     */
    public V current(K key) {
        return row(key).value();
    }

    /** From now on this is the value; an equal one goes on. */
    public void put(K key, V value, Moment now) {
        Interval<K, V> before = open.get(key);
        if (before != null && before.value().equals(value)) {
            touch(key, now);
            return;
        }
        if (before != null) {
            end(key, now);
        }
        Interval<K, V> row = new Interval<>(key, value, now);
        open.put(key, row);
        changed.add(row);
    }

    public void change(K key, UnaryOperator<V> change, Moment now) {
        put(key, change.apply(current(key)), now);
    }

    /** The value stays, its stream went on. */
    public void touch(K key, Moment now) {
        Interval<K, V> row = row(key);
        row.touch(now);
        changed.add(row);
    }

    /** From now on there is no value; that there was none is accepted. */
    public void end(K key, Moment now) {
        Interval<K, V> row = open.remove(key);
        if (row != null) {
            row.end(now);
            changed.add(row);
        }
    }

    /** Keys of the rows that are open, as they were when asked. */
    public List<K> keysWhere(Predicate<K> condition) {
        return open.keySet().stream().filter(condition).toList();
    }

    /** Keys of the rows whose values are so, as they were when asked. */
    public List<K> keysWhereValue(Predicate<V> condition) {
        return open.values().stream()
                .filter(row -> condition.test(row.value()))
                .map(Interval::key)
                .toList();
    }

    List<Interval<K, V>> begun() {
        return changed.stream().filter(row -> !row.stored()).toList();
    }

    List<Interval<K, V>> changedStored() {
        return new ArrayList<>(changed.stream().filter(Interval::stored).toList());
    }

    private Interval<K, V> row(K key) {
        Interval<K, V> row = open.get(key);
        if (row == null) {
            throw new IllegalStateException("an event changes what was never created");
        }
        return row;
    }
}
