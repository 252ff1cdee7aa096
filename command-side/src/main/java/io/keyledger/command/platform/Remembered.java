package io.keyledger.command.platform;

import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;

import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * What was read in a unit of work behind its locks, which keep it as it is: commands that are
 * carried out together read it once.
 */
public final class Remembered {

    private Remembered() {}

    /** Of one kind, by key; it is gone with the unit of work, and with no unit of work at once. */
    public static <K, V> Map<K, V> of(String kind) {
        return CurrentUnitOfWork.isStarted()
                ? CurrentUnitOfWork.get()
                        .root()
                        .getOrComputeResource("remembered " + kind, _ -> new HashMap<>())
                : new HashMap<>();
    }

    /** What there is of these keys, in their order; what is not remembered is read. */
    public static <K, V> Map<K, V> of(
            String kind, Collection<K> keys, Function<List<K>, Map<K, V>> reading) {
        Map<K, V> remembered = of(kind);
        List<K> missing = keys.stream().filter(key -> !remembered.containsKey(key)).toList();
        if (!missing.isEmpty()) {
            remembered.putAll(reading.apply(missing));
        }
        Map<K, V> found = new LinkedHashMap<>();
        for (K key : keys) {
            V value = remembered.get(key);
            if (value != null) {
                found.put(key, value);
            }
        }
        return found;
    }
}
