package io.keyledger.query.permissions;

import com.fasterxml.jackson.annotation.JsonInclude;

import io.keyledger.query.current.Named;

import org.jspecify.annotations.Nullable;

import java.util.List;

/** A permission as a role holds it, which may be a pattern, and every way by which it is held. */
record EffectivePermission(String permission, List<Why> why) {

    EffectivePermission {
        why = List.copyOf(why);
    }

    /** A role, and the group that carries it unless it is the service user's own. */
    record Why(@JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Named group, Named role) {}
}
