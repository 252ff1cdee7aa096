package io.keyledger.console.edit;

import org.jspecify.annotations.Nullable;

import tools.jackson.databind.JsonNode;

import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** What a field holds, by keys, before two edits and after either. */
record Versions(
        Map<String, JsonNode> base, Map<String, JsonNode> theirs, Map<String, JsonNode> mine) {

    Set<String> keys() {
        Set<String> keys = new LinkedHashSet<>(theirs.keySet());
        keys.addAll(mine.keySet());
        keys.addAll(base.keySet());
        return keys;
    }

    Versions only(String key) {
        return new Versions(only(base, key), only(theirs, key), only(mine, key));
    }

    /** Whose all of it is; null if it is the same with both. */
    @Nullable Whose whose() {
        Set<Whose> all = EnumSet.noneOf(Whose.class);
        for (String key : keys()) {
            Whose one = whose(key);
            if (one != null) {
                all.add(one);
            }
        }
        return all.size() > 1 ? Whose.TOGETHER : all.stream().findFirst().orElse(null);
    }

    /** What both together make of it; what is contested and not chosen is mine. */
    @Nullable JsonNode merged(String key, @Nullable String choice) {
        Whose whose = whose(key);
        boolean isTheirs =
                whose == Whose.THEIRS || whose == Whose.CONTESTED && Merge.THEIRS.equals(choice);
        return (isTheirs ? theirs : mine).get(key);
    }

    private @Nullable Whose whose(String key) {
        JsonNode before = base.get(key);
        JsonNode their = theirs.get(key);
        JsonNode my = mine.get(key);
        if (Objects.equals(their, my)) {
            return null;
        }
        if (Objects.equals(my, before)) {
            return Whose.THEIRS;
        }
        return Objects.equals(their, before) ? Whose.MINE : Whose.CONTESTED;
    }

    private static Map<String, JsonNode> only(Map<String, JsonNode> held, String key) {
        JsonNode value = held.get(key);
        return value == null ? Map.of() : Map.of(key, value);
    }
}
