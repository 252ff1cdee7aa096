package io.keyledger.access.journal;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Values that uses refer to by index, each once. */
final class Header<T> {

    private final Map<T, Integer> indexes = new HashMap<>();
    private final List<T> values = new ArrayList<>();

    int indexOf(T value) {
        Integer index = indexes.putIfAbsent(value, values.size());
        if (index == null) {
            values.add(value);
            return values.size() - 1;
        }
        return index;
    }

    List<Integer> indexesOf(List<T> wanted) {
        List<Integer> indexes = new ArrayList<>(wanted.size());
        for (T value : wanted) {
            indexes.add(indexOf(value));
        }
        return indexes;
    }

    @Nullable Integer indexOrNull(@Nullable T value) {
        return value == null ? null : Integer.valueOf(indexOf(value));
    }

    List<T> values() {
        return values;
    }
}
