package io.keyledger.shared.use;

import java.util.List;
import java.util.Map;

/**
 * Some of the uses of a journal record, by their index in it. They point into this header, which
 * has of the record's own only what they refer to.
 *
 * @param size how many uses the record has
 */
public record SomeUses(KeyUsesHeader header, int size, Map<Integer, KeyUse> byIndex) {

    public SomeUses {
        byIndex = Map.copyOf(byIndex);
        new KeyUses(header, List.copyOf(byIndex.values()));
    }
}
