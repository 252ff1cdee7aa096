package io.keyledger.shared.permission;

import org.jspecify.annotations.Nullable;

import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The permissions of a role, made ready for matching: concrete ones by a look-up, patterns by going
 * through those of the asked resource's prefixes. What is reserved to owners is dropped.
 */
public final class PermissionSet {

    public static final PermissionSet NONE = new PermissionSet(List.of());

    private final Map<String, PermissionPattern> byText = new HashMap<>();

    private PermissionSet(Collection<PermissionPattern> patterns) {
        patterns.stream()
                .filter(pattern -> !OwnerPermissions.isReserved(pattern))
                .forEach(pattern -> byText.put(pattern.text(), pattern));
    }

    public static PermissionSet of(Collection<String> patterns) {
        return new PermissionSet(patterns.stream().map(PermissionPattern::new).toList());
    }

    public boolean allows(Permission asked) {
        return matching(asked) != null;
    }

    /** The pattern that allows what is asked, the most particular first, or null. */
    public @Nullable PermissionPattern matching(Permission asked) {
        PermissionPattern itself = byText.get(asked.text());
        return itself != null || OwnerPermissions.isReserved(asked)
                ? itself
                : covering(asked.resource(), asked.action());
    }

    /** Whether some pattern here matches everything that the given one does. */
    public boolean covers(PermissionPattern pattern) {
        return !OwnerPermissions.isReserved(pattern)
                && covering(pattern.resource(), pattern.action()) != null;
    }

    /** The patterns that count, sorted by their text. */
    public List<PermissionPattern> patterns() {
        return byText.values().stream()
                .sorted(Comparator.comparing(PermissionPattern::text))
                .toList();
    }

    private @Nullable PermissionPattern covering(String resource, String action) {
        PermissionPattern found = either(resource, action);
        for (int dot = resource.lastIndexOf('.');
                found == null && dot >= 0;
                dot = resource.lastIndexOf('.', dot - 1)) {
            found = either(resource.substring(0, dot) + ".*", action);
        }
        return found == null ? either("*", action) : found;
    }

    private @Nullable PermissionPattern either(String resource, String action) {
        PermissionPattern exact = byText.get(resource + ":" + action);
        return exact == null ? byText.get(resource + ":*") : exact;
    }
}
