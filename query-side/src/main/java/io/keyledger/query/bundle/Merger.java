package io.keyledger.query.bundle;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

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
        Map<P, Map<String, V>> known = known(news, sizes);
        List<Size<P>> grown = new ArrayList<>();
        List<Bundle<P, V>> changed = new ArrayList<>();
        for (Map.Entry<P, Map<String, V>> each : new TreeMap<>(news).entrySet()) {
            P place = each.getKey();
            Size<P> before = sizes.getOrDefault(place, new Size<>(place, 0));
            Map<String, V> merged = known.getOrDefault(place, new HashMap<>());
            int old = merged.size();
            each.getValue().forEach((key, value) -> merge(merged, key, value));
            Size<P> after = new Size<>(place, before.keys() + merged.size() - old);
            if (after.keys() > before.keys()) {
                grown.add(after);
            }
            if (after.bits() > before.bits()) {
                stored.take(place).forEach(rest -> rest.byKey().forEach(merged::putIfAbsent));
            }
            changed.addAll(spread(after, merged));
        }
        stored.put(changed);
        stored.putSizes(grown);
    }

    private Map<P, Map<String, V>> known(Map<P, Map<String, V>> news, Map<P, Size<P>> sizes)
            throws SQLException {
        Set<Slot<P>> slots = new HashSet<>();
        sizes.forEach(
                (place, size) -> {
                    for (String key : news.getOrDefault(place, Map.of()).keySet()) {
                        slots.add(Slot.of(place, key, size.bits()));
                    }
                });
        Map<P, Map<String, V>> known = new HashMap<>();
        for (Bundle<P, V> bundle : stored.read(slots)) {
            known.computeIfAbsent(bundle.place(), _ -> new HashMap<>()).putAll(bundle.byKey());
        }
        return known;
    }

    private void merge(Map<String, V> merged, String key, V value) {
        merged.merge(key, value, layout.values()::merge);
    }

    private List<Bundle<P, V>> spread(Size<P> size, Map<String, V> byKey) {
        Map<Integer, Bundle<P, V>> bundles = new TreeMap<>();
        byKey.forEach(
                (key, value) ->
                        bundles.computeIfAbsent(
                                        Spread.bundle(key, size.bits()),
                                        number ->
                                                new Bundle<>(size.place(), number, new TreeMap<>()))
                                .byKey()
                                .put(key, value));
        return List.copyOf(bundles.values());
    }
}
