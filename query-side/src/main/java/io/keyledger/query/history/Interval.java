package io.keyledger.query.history;

/**
 * A row and how long it is valid. Version and time follow the events that left the value as it was.
 */
final class Interval<K, V> {

    private final K key;
    private final V value;
    private final long from;
    private final boolean stored;
    private Moment last;
    private long to = History.OPEN;

    /** A row that begins now. */
    Interval(K key, V value, Moment begin) {
        this(key, value, begin, begin.position(), false);
    }

    private Interval(K key, V value, Moment last, long from, boolean stored) {
        this.key = key;
        this.value = value;
        this.last = last;
        this.from = from;
        this.stored = stored;
    }

    /** A row as it stands in its table. */
    static <K, V> Interval<K, V> stored(K key, V value, Moment last, long from) {
        return new Interval<>(key, value, last, from, true);
    }

    void touch(Moment moment) {
        last = moment;
    }

    void end(Moment moment) {
        to = moment.position();
    }

    K key() {
        return key;
    }

    V value() {
        return value;
    }

    Moment last() {
        return last;
    }

    long from() {
        return from;
    }

    long to() {
        return to;
    }

    boolean stored() {
        return stored;
    }
}
