package io.keyledger.query.bundle;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;

/**
 * Merges what a batch says of keys with what is known of them. When a place has so many keys that
 * their bundles would be too full, all of its keys are spread anew, over twice as many.
 */
public final class Merger<P extends Comparable<P>, V> {

    private final Layout<P, V> layout;
    private final Bundles<P, V> stored;

    public Merger(Connection connection, Layout<P, V> layout) {
        this.layout = layout;
        this.stored = new Bundles<>(connection, layout);
    }

    /** Of each place, what is new of its keys. */
    public void add(Map<P, Map<String, V>> news) throws SQLException {
        if (news.isEmpty()) {
            return;
        }
        Map<P, Size<P>> sizes = stored.sizes(news.keySet());
        Map<Slot<P>, Map<String, V>> bySlot = bySlot(news, sizes);
        Map<Slot<P>, Bundle<P, V>> bundles = new HashMap<>();
        stored.read(bySlot.keySet()).forEach(bundle -> bundles.put(Slot.of(bundle), bundle));
        Map<P, Long> added = merge(bySlot, bundles);
        List<Size<P>> grown = new ArrayList<>();
        for (Map.Entry<P, Long> each : added.entrySet()) {
            Size<P> before = sizes.computeIfAbsent(each.getKey(), Size::ofNone);
            Size<P> after = before.plus(each.getValue());
            grown.add(after);
            if (after.bits() > before.bits()) {
                spread(after, bundles);
            }
        }
        stored.put(bundles.values());
        stored.putSizes(grown);
    }

    private static <P extends Comparable<P>, V> Map<Slot<P>, Map<String, V>> bySlot(
            Map<P, Map<String, V>> news, Map<P, Size<P>> sizes) {
        Map<Slot<P>, Map<String, V>> bySlot = new HashMap<>();
        news.forEach(
                (place, byKey) -> {
                    int bits = sizes.computeIfAbsent(place, Size::ofNone).bits();
                    byKey.forEach(
                            (key, value) ->
                                    bySlot.computeIfAbsent(
                                                    Slot.of(place, key, bits), _ -> new HashMap<>())
                                            .put(key, value));
                });
        return bySlot;
    }

    /** How many keys are new, of each place that has any. */
    private Map<P, Long> merge(
            Map<Slot<P>, Map<String, V>> news, Map<Slot<P>, Bundle<P, V>> bundles) {
        Map<P, Long> added = new HashMap<>();
        news.forEach(
                (slot, values) -> {
                    Map<String, V> byKey = bundles.computeIfAbsent(slot, Bundle::emptyIn).byKey();
                    int before = byKey.size();
                    values.forEach((key, value) -> merge(byKey, key, value));
                    if (byKey.size() > before) {
                        added.merge(slot.place(), (long) byKey.size() - before, Long::sum);
                    }
                });
        return added;
    }

    private void merge(Map<String, V> byKey, String key, V value) {
        byKey.merge(key, value, layout.values()::merge);
    }

    /** Puts all keys of a place into as many bundles as it needs now. */
    private void spread(Size<P> size, Map<Slot<P>, Bundle<P, V>> bundles) throws SQLException {
        Map<String, V> all = new HashMap<>();
        stored.take(size.place()).forEach(bundle -> all.putAll(bundle.byKey()));
        Iterator<Bundle<P, V>> merged = bundles.values().iterator();
        while (merged.hasNext()) {
            Bundle<P, V> bundle = merged.next();
            if (bundle.place().equals(size.place())) {
                all.putAll(bundle.byKey());
                merged.remove();
            }
        }
        all.forEach(
                (key, value) ->
                        bundles.computeIfAbsent(
                                        Slot.of(size.place(), key, size.bits()), Bundle::emptyIn)
                                .byKey()
                                .put(key, value));
    }
}
