package io.keyledger.access.decision;

import io.keyledger.access.check.DenyReason;
import io.keyledger.access.check.KeyHolder;
import io.keyledger.access.state.KnownKey;
import io.keyledger.access.state.RoleState;
import io.keyledger.access.state.SecurityPolicy;
import io.keyledger.shared.permission.Permission;
import io.keyledger.shared.policy.Resource;
import io.keyledger.shared.use.EntityVersion;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/**
 * What was decided on one key, and on which versions; but for rate limits, which are asked last.
 *
 * @param known the key, if there is one, also when its secret was wrong
 * @param permission what was asked for, or what the route requires
 * @param refusedBy the policy whose guard refused
 * @param monitored what policies would have refused that are only monitored
 * @param route the route that was asked for
 * @param resource what the key was used on, as the caller and the route say
 * @param limits policies with rate limits that an allowed use has still to pass
 * @param shown the patterns of permissions that an introspection asked for
 */
public record Verdict(
        @Nullable DenyReason reason,
        @Nullable KnownKey known,
        @Nullable Permission permission,
        @Nullable RoleState grantedBy,
        @Nullable SecurityPolicy refusedBy,
        List<Monitored> monitored,
        @Nullable FoundRoute route,
        @Nullable Resource resource,
        List<SecurityPolicy> limits,
        List<EntityVersion> entities,
        List<String> shown) {

    /** A refusal that was none, since its policy is only monitored. */
    public record Monitored(SecurityPolicy policy, DenyReason reason) {}

    public Verdict {
        monitored = List.copyOf(monitored);
        limits = List.copyOf(limits);
        entities = List.copyOf(entities);
        shown = List.copyOf(shown);
    }

    static Verdict refused(DenyReason reason) {
        return refused(reason, null, List.of());
    }

    /** Refused for what the service user's own stream says. */
    static Verdict refused(DenyReason reason, KnownKey known) {
        return refused(reason, known, List.of(known.user().entityVersion()));
    }

    private static Verdict refused(
            DenyReason reason, @Nullable KnownKey known, List<EntityVersion> entities) {
        return new Verdict(
                reason, known, null, null, null, List.of(), null, null, List.of(), entities,
                List.of());
    }

    /** The same, refused for a rate limit. */
    public Verdict limitedBy(SecurityPolicy policy) {
        return new Verdict(
                DenyReason.RATE_LIMITED,
                known,
                permission,
                null,
                policy,
                monitored,
                route,
                resource,
                List.of(),
                entities,
                List.of());
    }

    /** The same; these rate limits would have refused it. */
    public Verdict alsoMonitored(Collection<SecurityPolicy> exceeded) {
        List<Monitored> more = new ArrayList<>(monitored);
        exceeded.forEach(policy -> more.add(new Monitored(policy, DenyReason.RATE_LIMITED)));
        return new Verdict(
                reason,
                known,
                permission,
                grantedBy,
                refusedBy,
                more,
                route,
                resource,
                List.of(),
                entities,
                shown);
    }

    /** Whose key it is, if the secret was right. */
    public @Nullable KeyHolder holder() {
        if (known == null || reason == DenyReason.WRONG_SECRET) {
            return null;
        }
        return new KeyHolder(
                known.user().id(),
                known.user().username(),
                known.user().workspace(),
                known.key().id());
    }
}
