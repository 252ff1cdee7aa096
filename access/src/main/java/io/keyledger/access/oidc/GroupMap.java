package io.keyledger.access.oidc;

import org.jspecify.annotations.Nullable;

import java.util.HashMap;
import java.util.Map;

/**
 * What names of groups at the provider mean: those with the prefix say {@code
 * <prefix><workspace>:<group>} themselves, others are listed as {@code <name>=<workspace>:<group>}
 * with semicolons between. All other names mean nothing. Providers that write groups as paths begin
 * them with a slash, which counts for nothing.
 */
record GroupMap(String prefix, Map<String, ClaimedGroup> listed) {

    /** Turns the names with a prefix off. */
    static final String NONE = "none";

    GroupMap {
        listed = Map.copyOf(listed);
    }

    /**
     * Reads the list.
     *
     * @throws IllegalArgumentException naming the first entry that is none
     */
    static GroupMap parse(String prefix, String list) {
        Map<String, ClaimedGroup> listed = new HashMap<>();
        for (String entry : list.split(";")) {
            if (entry.isBlank()) {
                continue;
            }
            int equals = entry.lastIndexOf('=');
            ClaimedGroup group = equals < 1 ? null : group(entry.substring(equals + 1).strip());
            if (group == null) {
                throw new IllegalArgumentException(entry.strip());
            }
            listed.put(entry.substring(0, equals).strip(), group);
        }
        return new GroupMap(prefix, listed);
    }

    @Nullable ClaimedGroup find(String name) {
        String plain = name.startsWith("/") ? name.substring(1) : name;
        ClaimedGroup found = listed.getOrDefault(name, listed.get(plain));
        if (found != null || prefix.equals(NONE) || !plain.startsWith(prefix)) {
            return found;
        }
        return group(plain.substring(prefix.length()));
    }

    private static @Nullable ClaimedGroup group(String text) {
        int colon = text.indexOf(':');
        return colon < 1 || colon == text.length() - 1
                ? null
                : new ClaimedGroup(text.substring(0, colon), text.substring(colon + 1));
    }
}
