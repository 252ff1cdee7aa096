package io.keyledger.query.permissions;

import com.fasterxml.jackson.annotation.JsonInclude;

import io.keyledger.query.current.Named;
import io.keyledger.shared.policy.ResourceScope;

import org.jspecify.annotations.Nullable;

import java.util.List;

/** A permission as a role holds it, which may be a pattern, and every way by which it is held. */
record EffectivePermission(String permission, List<Why> why) {

    EffectivePermission {
        why = List.copyOf(why);
    }

    /**
     * A role, and the group and the security policy that it comes by, if it does.
     *
     * @param resources the only resources that the policy grants it for; null for all
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Why(
            @Nullable Named group,
            @Nullable Named policy,
            Named role,
            @Nullable ResourceScope resources) {}
}
