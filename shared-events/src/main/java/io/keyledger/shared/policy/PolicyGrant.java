package io.keyledger.shared.policy;

import org.jspecify.annotations.Nullable;

import java.util.UUID;

/**
 * A role that a policy grants.
 *
 * @param resources the only resources it is granted for; null for all
 */
public record PolicyGrant(UUID roleId, @Nullable ResourceScope resources) {

    /** Whether the grant is good for that resource; a limited one never is for none. */
    public boolean covers(@Nullable Resource resource) {
        return resources == null || (resource != null && resources.covers(resource));
    }
}
