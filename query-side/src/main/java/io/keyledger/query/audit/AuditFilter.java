package io.keyledger.query.audit;

import io.keyledger.query.paging.Filters;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.UUID;

/**
 * Which entries are wanted; all conditions must hold.
 *
 * @param subject id of what was changed; of a route, which an API's changes tell, the route's own
 * @param reason code of a refusal
 * @param policy that was changed, attached or detached, or that refused a use or would have
 * @param network of the source address, in CIDR form; a single address is one of its own
 * @param q a text within a change
 * @param at the trail as it stood at that time
 */
record AuditFilter(
        @Nullable UUID user,
        @Nullable String key,
        @Nullable String subject,
        @Nullable String actor,
        @Nullable String kind,
        @Nullable String decision,
        @Nullable String reason,
        @Nullable String type,
        @Nullable UUID policy,
        @Nullable String network,
        @Nullable String q,
        @Nullable Instant from,
        @Nullable Instant to,
        @Nullable Instant at) {

    static final String CHANGE = "change";
    static final String USE = "use";

    /** Only uses are decided. */
    boolean wantsChanges() {
        return !USE.equals(kind) && decision == null && reason == null && !USE.equals(type);
    }

    /** Only changes are searched for texts, and are about something. */
    boolean wantsUses() {
        return !CHANGE.equals(kind)
                && q == null
                && subject == null
                && (type == null || USE.equals(type))
                && actorCanUse();
    }

    /** The actor of a use is the service user whose key it was. */
    @Nullable UUID actorId() {
        return actor == null ? null : Filters.id(actor).orElse(null);
    }

    private boolean actorCanUse() {
        return actor == null || actorId() != null;
    }
}
